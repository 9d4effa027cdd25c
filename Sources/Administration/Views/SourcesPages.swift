package import Themes

/// The sources of a site, and where each is cited.
package struct SourcesPage: PageView {
    package var ways: [AdminLink]
    package var rows: [SourceRow]
    package var words: String
    package var address: SafeURL
    package var newer: SafeURL?
    package var older: SafeURL?
    /// “1 to 50 of 240”
    package var position: String
    /// Keys that texts cite and no source has.
    package var missing: [SourceRow]
    package var downloads: [AdminLink]

    package init(
        ways: [AdminLink], rows: [SourceRow], words: String, address: SafeURL, newer: SafeURL?, older: SafeURL?,
        position: String, missing: [SourceRow], downloads: [AdminLink]
    ) {
        self.ways = ways
        self.rows = rows
        self.words = words
        self.address = address
        self.newer = newer
        self.older = older
        self.position = position
        self.missing = missing
        self.downloads = downloads
    }

    package static let template = "sources"

    package static let fields: [Field<SourcesPage>] = [
        .list("ways") { $0.ways },
        .list("rows") { $0.rows },
        .flag("hasRows") { !$0.rows.isEmpty },
        .text("words") { $0.words },
        .url("address") { $0.address },
        .optionalURL("newer") { $0.newer },
        .optionalURL("older") { $0.older },
        .text("position") { $0.position },
        .list("missing") { $0.missing },
        .flag("hasMissing") { !$0.missing.isEmpty },
        .list("downloads") { $0.downloads },
    ]
}

package struct SourceRow: View {
    package var key: String
    /// As the list of a post prints it, without italics.
    package var entry: String
    /// Nil for who may not change it.
    package var edit: SafeURL?
    package var posts: [AdminLink]
    /// Of posts that are not named, “and 12 more”.
    package var more: String?

    package init(key: String, entry: String, edit: SafeURL?, posts: [AdminLink], more: String? = nil) {
        self.key = key
        self.entry = entry
        self.edit = edit
        self.posts = posts
        self.more = more
    }

    package static let fields: [Field<SourceRow>] = [
        .text("key") { $0.key },
        .text("entry") { $0.entry },
        .optionalURL("edit") { $0.edit },
        .list("posts") { $0.posts },
        .flag("isCited") { !$0.posts.isEmpty },
        .optionalText("more") { $0.more },
    ]
}

/// Sources that somebody brings, and what became of them.
package struct SourcesImportPage: PageView {
    package var ways: [AdminLink]
    package var action: SafeURL
    package var text: String
    package var collisions: FormField
    package var fault: String?
    package var report: String?
    /// What could not be read, and where it stands; keys that stayed as they are.
    package var details: [SourceDetail]

    package init(
        ways: [AdminLink], action: SafeURL, text: String = "", collisions: FormField, fault: String? = nil,
        report: String? = nil, details: [SourceDetail] = []
    ) {
        self.ways = ways
        self.action = action
        self.text = text
        self.collisions = collisions
        self.fault = fault
        self.report = report
        self.details = details
    }

    package static let template = "sources-import"

    package static let fields: [Field<SourcesImportPage>] = [
        .list("ways") { $0.ways },
        .url("action") { $0.action },
        .text("text") { $0.text },
        .list("collisions") { [$0.collisions] },
        .optionalText("fault") { $0.fault },
        .optionalText("report") { $0.report },
        .list("details") { $0.details },
        .flag("hasDetails") { !$0.details.isEmpty },
    ]
}

package struct SourceDetail: View {
    package var sentence: String

    package init(_ sentence: String) { self.sentence = sentence }

    package static let fields: [Field<SourceDetail>] = [.text("sentence") { $0.sentence }]
}
