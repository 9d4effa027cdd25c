package import Themes

/// The categories or the tags, with a form for one more.
package struct TermsPage: PageView {
    package var heading: String
    package var rows: [TermRow]
    /// What was looked for; nil for all.
    package var words: String
    package var address: SafeURL
    package var newer: SafeURL?
    package var older: SafeURL?
    /// “1 to 100 of 240”
    package var position: String
    package var addHeading: String
    package var fields: [FormField]

    package init(
        heading: String, rows: [TermRow], words: String, address: SafeURL, newer: SafeURL? = nil,
        older: SafeURL? = nil, position: String, addHeading: String, fields: [FormField]
    ) {
        self.heading = heading
        self.rows = rows
        self.words = words
        self.address = address
        self.newer = newer
        self.older = older
        self.position = position
        self.addHeading = addHeading
        self.fields = fields
    }

    package static let template = "terms"

    package static let fields: [Field<TermsPage>] = [
        .text("heading") { $0.heading },
        .list("rows") { $0.rows },
        .flag("hasRows") { !$0.rows.isEmpty },
        .text("words") { $0.words },
        .url("address") { $0.address },
        .optionalURL("newer") { $0.newer },
        .optionalURL("older") { $0.older },
        .text("position") { $0.position },
        .text("addHeading") { $0.addHeading },
        .list("fields") { $0.fields },
    ]
}

package struct TermRow: View {
    package var name: String
    package var edit: SafeURL
    package var slug: String
    /// What it stands under, outermost first: “History › Cold War”; nil at the top.
    package var above: String?
    package var posts: String
    package var archive: SafeURL

    package init(name: String, edit: SafeURL, slug: String, above: String?, posts: String, archive: SafeURL) {
        self.name = name
        self.edit = edit
        self.slug = slug
        self.above = above
        self.posts = posts
        self.archive = archive
    }

    package static let fields: [Field<TermRow>] = [
        .text("name") { $0.name },
        .url("edit") { $0.edit },
        .text("slug") { $0.slug },
        .optionalText("above") { $0.above },
        .text("posts") { $0.posts },
        .url("archive") { $0.archive },
    ]
}
