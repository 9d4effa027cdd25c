package import Themes

/// A page that is one form: groups of fields under headings, each fault beside its field.
package struct FormPage: PageView {
    package var heading: String
    package var introduction: String?
    package var action: SafeURL
    package var groups: [FormGroup]
    /// What the button says.
    package var submit: String
    /// Further forms below, each a deed of its own.
    package var deeds: [FormDeed]

    package init(
        heading: String, introduction: String? = nil, action: SafeURL, groups: [FormGroup], submit: String = "Save",
        deeds: [FormDeed] = []
    ) {
        self.heading = heading
        self.introduction = introduction
        self.action = action
        self.groups = groups
        self.submit = submit
        self.deeds = deeds
    }

    package static let template = "form"

    package static let fields: [Field<FormPage>] = [
        .text("heading") { $0.heading },
        .optionalText("introduction") { $0.introduction },
        .url("action") { $0.action },
        .list("groups") { $0.groups },
        .text("submit") { $0.submit },
        .list("deeds") { $0.deeds },
        .flag("hasFaults") { page in
            (page.groups.map(\.fields) + page.deeds.map(\.fields)).joined().contains { $0.fault != nil }
        },
    ]
}

package struct FormGroup: View {
    package var heading: String?
    package var fields: [FormField]

    package init(_ heading: String? = nil, _ fields: [FormField]) {
        self.heading = heading
        self.fields = fields
    }

    package static let fields: [Field<FormGroup>] = [
        .optionalText("heading") { $0.heading },
        .list("fields") { $0.fields },
    ]
}

/// A form of its own below the first: what it does, and what it has to know.
package struct FormDeed: View {
    package var heading: String
    package var action: SafeURL
    package var title: String
    package var explanation: String?
    package var fields: [FormField]

    package init(
        heading: String, action: SafeURL, title: String, explanation: String? = nil, fields: [FormField] = []
    ) {
        self.heading = heading
        self.action = action
        self.title = title
        self.explanation = explanation
        self.fields = fields
    }

    package static let fields: [Field<FormDeed>] = [
        .text("heading") { $0.heading },
        .list("fields") { $0.fields },
        .url("action") { $0.action },
        .text("title") { $0.title },
        .optionalText("explanation") { $0.explanation },
    ]
}

/// One field with its label, what explains it, and what is wrong with it.
package struct FormField: View {
    package enum Kind: Hashable, Sendable {
        /// `text`, `email`, `password` …, with what a browser may fill in.
        case input(type: String, autocomplete: String? = nil)
        case choices([AdminChoice])
        case tick(isOn: Bool)
        case lines(rows: Int)
        /// Shown, and not to be changed here.
        case fixed
    }

    package var name: String
    package var label: String
    package var value: String
    package var kind: Kind
    package var isRequired: Bool
    package var hint: String?
    package var fault: String?
    /// Takes the browser's own time zone where scripts run.
    package var takesBrowserZone = false

    package init(
        _ name: String, _ label: String, value: String = "", kind: Kind = .input(type: "text"),
        isRequired: Bool = false, hint: String? = nil, fault: String? = nil
    ) {
        self.name = name
        self.label = label
        self.value = value
        self.kind = kind
        self.isRequired = isRequired
        self.hint = hint
        self.fault = fault
    }

    package static let fields: [Field<FormField>] = [
        .text("name") { $0.name },
        .text("label") { $0.label },
        .text("value") { $0.value },
        .optionalText("type") { if case .input(let type, _) = $0.kind { type } else { nil } },
        .optionalText("autocomplete") { if case .input(_, let name) = $0.kind { name } else { nil } },
        .flag("hasChoices") { if case .choices = $0.kind { true } else { false } },
        .list("choices") { if case .choices(let choices) = $0.kind { choices } else { [] } },
        .flag("isTick") { if case .tick = $0.kind { true } else { false } },
        .flag("isOn") { $0.kind == .tick(isOn: true) },
        .optionalText("rows") { if case .lines(let rows) = $0.kind { String(rows) } else { nil } },
        .flag("isFixed") { $0.kind == .fixed },
        .flag("isRequired") { $0.isRequired },
        .flag("takesBrowserZone") { $0.takesBrowserZone },
        .optionalText("hint") { $0.hint },
        .optionalText("fault") { $0.fault },
        .optionalText("described") { field in
            let parts = [field.fault.map { _ in "\(field.name)-fault" }, field.hint.map { _ in "\(field.name)-hint" }]
            let ids = parts.compactMap(\.self).joined(separator: " ")
            return ids.isEmpty ? nil : ids
        },
    ]
}
