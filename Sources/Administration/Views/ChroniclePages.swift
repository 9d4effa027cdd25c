package import Themes

/// The year as the site tells of it: which days have posts, what comes round, what does not agree.
package struct AdminChroniclePage: PageView {
    /// Ways to what else belongs here.
    package var ways: [AdminLink]
    /// “214 posts tell of 120 days; 246 days have none.”
    package var sum: String
    package var months: [ChronicleMonth]
    package var anniversaries: [AnniversaryRow]
    /// Drafts that tell of a day.
    package var drafts: [AnniversaryRow]
    package var draftAction: SafeURL
    package var scheduleAction: SafeURL
    package var mayPublish: Bool
    /// Posts whose title says another date.
    package var disagreements: [DisagreementRow]

    package init(
        ways: [AdminLink], sum: String, months: [ChronicleMonth], anniversaries: [AnniversaryRow],
        drafts: [AnniversaryRow], draftAction: SafeURL, scheduleAction: SafeURL, mayPublish: Bool,
        disagreements: [DisagreementRow]
    ) {
        self.ways = ways
        self.sum = sum
        self.months = months
        self.anniversaries = anniversaries
        self.drafts = drafts
        self.draftAction = draftAction
        self.scheduleAction = scheduleAction
        self.mayPublish = mayPublish
        self.disagreements = disagreements
    }

    package static let template = "chronicle"

    package static let fields: [Field<AdminChroniclePage>] = [
        .list("ways") { $0.ways },
        .text("sum") { $0.sum },
        .list("months") { $0.months },
        .list("anniversaries") { $0.anniversaries },
        .flag("hasAnniversaries") { !$0.anniversaries.isEmpty },
        .list("drafts") { $0.drafts },
        .flag("hasDrafts") { !$0.drafts.isEmpty },
        .url("draftAction") { $0.draftAction },
        .url("scheduleAction") { $0.scheduleAction },
        .flag("mayPublish") { $0.mayPublish },
        .list("disagreements") { $0.disagreements },
        .flag("hasDisagreements") { !$0.disagreements.isEmpty },
    ]
}

/// One month of the year, day by day.
package struct ChronicleMonth: View {
    package var name: String
    package var days: [ChronicleDay]

    package init(name: String, days: [ChronicleDay]) {
        self.name = name
        self.days = days
    }

    package static let fields: [Field<ChronicleMonth>] = [
        .text("name") { $0.name },
        .list("days") { $0.days },
    ]
}

package struct ChronicleDay: View {
    package var number: String
    /// “February 25: 3 posts”
    package var label: String
    /// Where readers find them; nil for a day without any.
    package var url: SafeURL?

    package init(number: String, label: String, url: SafeURL?) {
        self.number = number
        self.label = label
        self.url = url
    }

    package static let fields: [Field<ChronicleDay>] = [
        .text("number") { $0.number },
        .text("label") { $0.label },
        .optionalURL("url") { $0.url },
    ]
}

/// An anniversary that comes.
package struct AnniversaryRow: View {
    /// “February 25, 2027”
    package var when: String
    /// “70 years”
    package var years: String
    package var title: String
    package var edit: SafeURL
    /// The post's public number.
    package var number: String

    package init(when: String, years: String, title: String, edit: SafeURL, number: String) {
        self.when = when
        self.years = years
        self.title = title
        self.edit = edit
        self.number = number
    }

    package static let fields: [Field<AnniversaryRow>] = [
        .text("when") { $0.when },
        .text("years") { $0.years },
        .text("title") { $0.title },
        .url("edit") { $0.edit },
        .text("number") { $0.number },
    ]
}

/// A post of which the title says one date, and its event another.
package struct DisagreementRow: View {
    package var title: String
    package var edit: SafeURL
    package var titleDate: String
    package var eventDate: String

    package init(title: String, edit: SafeURL, titleDate: String, eventDate: String) {
        self.title = title
        self.edit = edit
        self.titleDate = titleDate
        self.eventDate = eventDate
    }

    package static let fields: [Field<DisagreementRow>] = [
        .text("title") { $0.title },
        .url("edit") { $0.edit },
        .text("titleDate") { $0.titleDate },
        .text("eventDate") { $0.eventDate },
    ]
}
