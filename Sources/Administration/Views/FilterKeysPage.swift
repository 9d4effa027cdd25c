package import Themes

/// Keys by which other sites ask this server's filter.
package struct FilterKeysPage: PageView {
    package var action: SafeURL
    package var revokeAction: SafeURL
    package var rows: [FilterKeyRow]
    /// Just made, and shown once.
    package var key: String?
    /// Where clients are to ask.
    package var address: String
    package var fields: [FormField]

    package init(
        action: SafeURL, revokeAction: SafeURL, rows: [FilterKeyRow], key: String? = nil, address: String,
        fields: [FormField]
    ) {
        self.action = action
        self.revokeAction = revokeAction
        self.rows = rows
        self.key = key
        self.address = address
        self.fields = fields
    }

    package static let template = "filter-keys"

    package static let fields: [Field<FilterKeysPage>] = [
        .url("action") { $0.action },
        .url("revokeAction") { $0.revokeAction },
        .list("rows") { $0.rows },
        .flag("hasRows") { !$0.rows.isEmpty },
        .optionalText("key") { $0.key },
        .text("address") { $0.address },
        .list("fields") { $0.fields },
    ]
}

package struct FilterKeyRow: View {
    package var id: String
    /// What was asked by it in the last 30 days, under its name.
    package var work: FilterWeekRow
    /// “98.2 %”; nil where nothing was asked.
    package var accuracy: String?

    package init(id: String, work: FilterWeekRow, accuracy: String?) {
        self.id = id
        self.work = work
        self.accuracy = accuracy
    }

    package static let fields: [Field<FilterKeyRow>] = [
        .text("id") { $0.id },
        .record("work") { $0.work },
        .optionalText("accuracy") { $0.accuracy },
    ]
}
