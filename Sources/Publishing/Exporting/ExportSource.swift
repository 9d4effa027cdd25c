import Exchange
import Markup
import Model
import Store

/// What every record of an export is written by.
struct ExportSource: Sendable {
    let site: Site
    /// Where links of the export lead to, without a final slash.
    let base: String
    let accounts: [Account]
    private let byID: [Account.ID: Account]
    private let titles: TitleText
    private let clock: SiteClock?

    init(site: Site, baseURL: String?, accounts: [Account]) {
        self.site = site
        // A blog without an address of its own was named after its title.
        base = baseURL ?? (site.origin.contains("://") ? site.origin : "")
        self.accounts = accounts
        byID = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0) })
        titles = TitleText(language: site.language)
        clock = SiteClock(timeZone: site.timeZone)
    }

    func account(_ id: Account.ID?) -> Account? { id.flatMap { byID[$0] } }

    /// A plain text as WordPress stores titles and names, as HTML: what an import makes this text of again.
    func markup(ofText text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// A post's title as it stood in the export that it came from, as long as it is still the same to a reader.
    func title(of post: Post, source: String?) -> String {
        if let source, titles.text(of: source) == post.title { return source }
        return titles.text(of: post.title) == post.title ? post.title : markup(ofText: post.title)
    }

    /// The site's wall clock.
    func local(_ instant: Instant) -> LocalDateTime { clock?.reading(at: instant) ?? instant.utc }
}

extension LocalDateTime? {
    /// `0000-00-00 00:00:00` for none, as WordPress has it.
    var exported: ExportDate { ExportDate(map(\.text) ?? "0000-00-00 00:00:00") }
}

extension FilePlace {
    /// Of a record that was made here and not read.
    static let none = FilePlace(file: "", line: 0, byte: 0)
}

extension [MetaRecord] {
    init(_ entries: [MetaEntry]) { self = entries.map { MetaRecord(key: $0.key, value: $0.value) } }
}
