package import Themes

/// The filter for spam: what it knows, what it did, and what it decides.
package struct SpamPage: PageView {
    /// “Taught by 120 real responses and 45 spam.”
    package var state: String
    package var action: SafeURL
    package var fields: [FormField]
    /// What it would do with the settings in the form; nil where that was not asked.
    package var foresight: ForesightView?
    package var weeks: [FilterWeekRow]
    /// Where responses that are alike are decided at once.
    package var floods: SafeURL
    /// Where other sites get keys to ask it.
    package var keys: SafeURL
    /// Where Akismet is switched on.
    package var akismet: SafeURL
    /// Whether it is.
    package var asksAkismet: Bool

    package init(
        state: String, action: SafeURL, fields: [FormField], foresight: ForesightView? = nil, weeks: [FilterWeekRow],
        floods: SafeURL, keys: SafeURL, akismet: SafeURL, asksAkismet: Bool
    ) {
        self.akismet = akismet
        self.asksAkismet = asksAkismet
        self.state = state
        self.action = action
        self.fields = fields
        self.foresight = foresight
        self.weeks = weeks
        self.floods = floods
        self.keys = keys
    }

    package static let template = "spam"

    package static let fields: [Field<SpamPage>] = [
        .text("state") { $0.state },
        .url("action") { $0.action },
        .list("fields") { $0.fields },
        .optionalRecord("foresight") { $0.foresight },
        .list("weeks") { $0.weeks },
        .flag("hasWeeks") { !$0.weeks.isEmpty },
        .url("floods") { $0.floods },
        .url("keys") { $0.keys },
        .url("akismet") { $0.akismet },
        .flag("asksAkismet") { $0.asksAkismet },
    ]
}

/// What the filter would do with responses whose kind is known.
package struct ForesightView: View {
    package var sentence: String
    package var rows: [ForesightRow]

    package init(sentence: String, rows: [ForesightRow]) {
        self.sentence = sentence
        self.rows = rows
    }

    package static let fields: [Field<ForesightView>] = [
        .text("sentence") { $0.sentence },
        .list("rows") { $0.rows },
    ]
}

package struct ForesightRow: View {
    package var title: String
    package var published: String
    package var held: String
    package var spam: String

    package init(title: String, published: String, held: String, spam: String) {
        self.title = title
        self.published = published
        self.held = held
        self.spam = spam
    }

    package static let fields: [Field<ForesightRow>] = [
        .text("title") { $0.title },
        .text("published") { $0.published },
        .text("held") { $0.held },
        .text("spam") { $0.spam },
    ]
}

/// What a filter did in one week, or in another stretch of days.
package struct FilterWeekRow: View {
    package var title: String
    package var checked: String
    package var caught: String
    package var discarded: String
    package var rescued: String
    package var missed: String

    package init(
        title: String, checked: String, caught: String, discarded: String, rescued: String, missed: String
    ) {
        self.title = title
        self.checked = checked
        self.caught = caught
        self.discarded = discarded
        self.rescued = rescued
        self.missed = missed
    }

    package static let fields: [Field<FilterWeekRow>] = [
        .text("title") { $0.title },
        .text("checked") { $0.checked },
        .text("caught") { $0.caught },
        .text("discarded") { $0.discarded },
        .text("rescued") { $0.rescued },
        .text("missed") { $0.missed },
    ]
}
