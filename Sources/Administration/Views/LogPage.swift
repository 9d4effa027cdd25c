package import Themes

/// What happened, newest first.
package struct LogPage: PageView {
    package var address: SafeURL
    package var people: [AdminChoice]
    package var kinds: [AdminChoice]
    package var rows: [LogRow]
    package var older: SafeURL?

    package init(
        address: SafeURL, people: [AdminChoice], kinds: [AdminChoice], rows: [LogRow], older: SafeURL? = nil
    ) {
        self.address = address
        self.people = people
        self.kinds = kinds
        self.rows = rows
        self.older = older
    }

    package static let template = "log"

    package static let fields: [Field<LogPage>] = [
        .url("address") { $0.address },
        .list("people") { $0.people },
        .list("kinds") { $0.kinds },
        .list("rows") { $0.rows },
        .flag("hasRows") { !$0.rows.isEmpty },
        .optionalURL("older") { $0.older },
    ]
}

package struct LogRow: View {
    package var when: String
    package var who: String
    package var what: String
    /// What was before, and what after.
    package var detail: String?

    package init(when: String, who: String, what: String, detail: String?) {
        self.when = when
        self.who = who
        self.what = what
        self.detail = detail
    }

    package static let fields: [Field<LogRow>] = [
        .text("when") { $0.when },
        .text("who") { $0.who },
        .text("what") { $0.what },
        .optionalText("detail") { $0.detail },
    ]
}
