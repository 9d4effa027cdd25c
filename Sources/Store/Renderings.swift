package import Database
package import Model

// When the rules of rendering change, what was rendered by older ones is made anew from its source.
extension ReadTransaction {
    /// Whether readers may still see what was rendered before `version`.
    package func hasRenderings(before version: Int, site: Site.ID) throws -> Bool {
        try first(
            """
            SELECT 1 FROM post_body JOIN post ON post.id = post_body.post_id
            WHERE post_body.sanitizer_version < \(version) AND post.site_id = \(site)
                AND post.kind IN ('post', 'page', 'attachment') LIMIT 1
            """
        ) { _ in true } ?? false
    }
}

extension Migration {
    /// So that the question costs nothing where all is of the newest.
    static let renderingIndex = Migration(version: 4, name: "rendering index") { _ in
        ["CREATE INDEX post_body_rendering ON post_body (sanitizer_version)"]
    }
}
