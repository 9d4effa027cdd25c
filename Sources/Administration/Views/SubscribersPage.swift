package import Themes

/// Readers who hear by mail: who they are, and a form to bring more along.
package struct SubscribersPage: PageView {
    package var action: SafeURL
    package var export: SafeURL
    package var importAction: SafeURL
    /// “1,204 people”
    package var count: String
    package var query: String
    package var rows: [SubscriberRowView]
    package var next: SafeURL?
    /// Why nothing goes out.
    package var missing: String?
    package var fields: [FormField]
    package var fileFault: String?

    package init(
        action: SafeURL, export: SafeURL, importAction: SafeURL, count: String, query: String,
        rows: [SubscriberRowView], next: SafeURL? = nil, missing: String? = nil, fields: [FormField],
        fileFault: String? = nil
    ) {
        self.action = action
        self.export = export
        self.importAction = importAction
        self.count = count
        self.query = query
        self.rows = rows
        self.next = next
        self.missing = missing
        self.fields = fields
        self.fileFault = fileFault
    }

    package static let template = "subscribers"

    package static let fields: [Field<SubscribersPage>] = [
        .url("action") { $0.action },
        .url("export") { $0.export },
        .url("importAction") { $0.importAction },
        .text("count") { $0.count },
        .text("query") { $0.query },
        .list("rows") { $0.rows },
        .flag("hasRows") { !$0.rows.isEmpty },
        .optionalURL("next") { $0.next },
        .optionalText("missing") { $0.missing },
        .list("fields") { $0.fields },
        .optionalText("fileFault") { $0.fileFault },
    ]
}

package struct SubscriberRowView: View {
    package var id: String
    package var address: String
    /// “new posts, 3 threads”
    package var follows: String
    package var pace: String
    /// “confirmed 2026-01-04 10:00”, “brought along …”
    package var since: String

    package init(id: String, address: String, follows: String, pace: String, since: String) {
        self.id = id
        self.address = address
        self.follows = follows
        self.pace = pace
        self.since = since
    }

    package static let fields: [Field<SubscriberRowView>] = [
        .text("id") { $0.id },
        .text("address") { $0.address },
        .text("follows") { $0.follows },
        .text("pace") { $0.pace },
        .text("since") { $0.since },
    ]
}
