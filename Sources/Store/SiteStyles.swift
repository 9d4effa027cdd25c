package import Database
package import Model

extension ReadTransaction {
    /// The owner's own rules, which stand behind the theme's; empty where there are none.
    package func style(site: Site.ID) throws -> String {
        try first("SELECT css FROM site_style WHERE site_id = \(site)") { $0.text(0) } ?? ""
    }
}

extension WriteTransaction {
    package func setStyle(_ css: String, site: Site.ID) throws {
        try run(
            """
            INSERT INTO site_style (site_id, css) VALUES (\(site), \(css))
            ON CONFLICT (site_id) DO UPDATE SET css = excluded.css
            """)
    }
}
