package import Themes

/// Dates that were guessed, and wait for somebody's word.
package struct DatesPage: PageView {
    package var action: SafeURL
    /// “12 dates are doubtful.”
    package var sum: String
    package var rows: [DoubtfulDate]
    /// Why what was asked was not done.
    package var fault: String?
    package var next: SafeURL?

    package init(action: SafeURL, sum: String, rows: [DoubtfulDate], fault: String? = nil, next: SafeURL? = nil) {
        self.action = action
        self.sum = sum
        self.rows = rows
        self.fault = fault
        self.next = next
    }

    package static let template = "dates"

    package static let fields: [Field<DatesPage>] = [
        .url("action") { $0.action },
        .text("sum") { $0.sum },
        .list("rows") { $0.rows },
        .flag("hasRows") { !$0.rows.isEmpty },
        .optionalText("fault") { $0.fault },
        .optionalURL("next") { $0.next },
    ]
}

package struct DoubtfulDate: View {
    package var number: String
    package var title: String
    package var edit: SafeURL
    /// As it was understood.
    package var understood: String
    /// From where it was taken.
    package var origin: String
    /// What stands in the field with which it is corrected.
    package var date: String
    /// The first words of the post.
    package var beginning: String

    package init(
        number: String, title: String, edit: SafeURL, understood: String, origin: String, date: String,
        beginning: String
    ) {
        self.number = number
        self.title = title
        self.edit = edit
        self.understood = understood
        self.origin = origin
        self.date = date
        self.beginning = beginning
    }

    package static let fields: [Field<DoubtfulDate>] = [
        .text("number") { $0.number },
        .text("title") { $0.title },
        .url("edit") { $0.edit },
        .text("understood") { $0.understood },
        .text("origin") { $0.origin },
        .text("date") { $0.date },
        .text("beginning") { $0.beginning },
    ]
}
