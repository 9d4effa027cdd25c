package import Themes

/// Addresses elsewhere that the site names, and whether they still answer.
package struct LinksPage: PageView {
    /// The lists, and the settings.
    package var ways: [AdminLink]
    package var action: SafeURL
    /// What the list holds, or that it holds nothing.
    package var sum: String
    /// Where somebody turns the checks on; nil where they are on, or where somebody else does.
    package var turnOn: SafeURL?
    /// Whether addresses are asked at all.
    package var isOn: Bool
    package var rows: [LinkRow]
    /// The list that is shown, as forms name it.
    package var list: String
    package var next: SafeURL?

    package init(
        ways: [AdminLink], action: SafeURL, sum: String, turnOn: SafeURL?, isOn: Bool, rows: [LinkRow], list: String,
        next: SafeURL? = nil
    ) {
        self.ways = ways
        self.action = action
        self.sum = sum
        self.turnOn = turnOn
        self.isOn = isOn
        self.rows = rows
        self.list = list
        self.next = next
    }

    package static let template = "links"

    package static let fields: [Field<LinksPage>] = [
        .list("ways") { $0.ways },
        .url("action") { $0.action },
        .text("sum") { $0.sum },
        .optionalURL("turnOn") { $0.turnOn },
        .flag("isOn") { $0.isOn },
        .list("rows") { $0.rows },
        .text("list") { $0.list },
        .optionalURL("next") { $0.next },
    ]
}

package struct LinkRow: View {
    package var id: String
    package var address: String
    package var url: SafeURL
    /// What was found, when, and since when; one sentence each.
    package var findings: [LinkFinding]
    package var places: [LinkNaming]
    /// Where an archive shows what copies it has.
    package var search: SafeURL
    /// What stands in the field for a copy's address.
    package var archive: String
    package var hasArchive: Bool
    package var isIgnored: Bool
    package var fault: String?

    package init(
        id: String, address: String, url: SafeURL, findings: [LinkFinding], places: [LinkNaming], search: SafeURL,
        archive: String, hasArchive: Bool, isIgnored: Bool, fault: String? = nil
    ) {
        self.id = id
        self.address = address
        self.url = url
        self.findings = findings
        self.places = places
        self.search = search
        self.archive = archive
        self.hasArchive = hasArchive
        self.isIgnored = isIgnored
        self.fault = fault
    }

    package static let fields: [Field<LinkRow>] = [
        .text("id") { $0.id },
        .text("address") { $0.address },
        .url("url") { $0.url },
        .list("findings") { $0.findings },
        .list("places") { $0.places },
        .url("search") { $0.search },
        .text("archive") { $0.archive },
        .flag("hasArchive") { $0.hasArchive },
        .flag("isIgnored") { $0.isIgnored },
        .optionalText("fault") { $0.fault },
    ]
}

package struct LinkFinding: View {
    package var text: String

    package init(_ text: String) { self.text = text }

    package static let fields: [Field<LinkFinding>] = [.text("text") { $0.text }]
}

/// What names an address.
package struct LinkNaming: View {
    package var title: String
    /// Where it is edited; nil where it is not.
    package var edit: SafeURL?

    package init(title: String, edit: SafeURL? = nil) {
        self.title = title
        self.edit = edit
    }

    package static let fields: [Field<LinkNaming>] = [
        .text("title") { $0.title },
        .optionalURL("edit") { $0.edit },
    ]
}
