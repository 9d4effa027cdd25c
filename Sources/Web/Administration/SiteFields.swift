import Accounts
import Administration
import Language
import Model
import Publishing
import Themes

// Fields that several forms ask for, and what makes them right.

extension FormField {
    /// The languages that the interface speaks, and the site's own where it is another.
    static func language(_ tag: String, fault: String? = nil) -> FormField {
        let known = Language.names.map { ($0.tag, $0.name) }
        let own = known.contains { $0.0 == tag } || tag.isEmpty ? [] : [(tag, tag)]
        return FormField(
            "language", "Language",
            kind: .choices((known + own).map { AdminChoice(value: $0.0, title: $0.1, isChosen: $0.0 == tag) }),
            fault: fault)
    }

    static func timeZone(_ name: String, hint: String? = nil, fault: String? = nil) -> FormField {
        let own = SiteClock.timeZones.contains(name) || name.isEmpty ? [] : [name]
        return FormField(
            "time-zone", "Time zone",
            kind: .choices(
                (own + SiteClock.timeZones).map { zone in
                    AdminChoice(
                        value: zone, title: zone.replacing("_", with: " "),
                        isChosen: zone == (name.isEmpty ? "UTC" : name))
                }), hint: hint, fault: fault)
    }

    static func newPassword(_ name: String, _ label: String, fault: String? = nil) -> FormField {
        FormField(
            name, label, kind: .input(type: "password", autocomplete: "new-password"), isRequired: true,
            hint:
                "At least \(AddAccount.shortestPassword) characters; several words are easy to remember and hard to guess.",
            fault: fault)
    }
}

extension CheckedFields {
    mutating func languageTag(_ name: String) -> String {
        let tag = line(name, limit: 35)
        if !Language.isTag(tag) { note("Choose a language.", at: name) }
        return tag
    }

    mutating func timeZone(_ name: String) -> String {
        let zone = line(name)
        if SiteClock(timeZone: zone) == nil { note("Choose a time zone.", at: name) }
        return zone
    }

    /// `https://example.org`, without a slash at its end.
    mutating func siteAddress(_ name: String) -> String {
        var address = line(name, missing: "Give the address at which readers reach the site.")
        while address.hasSuffix("/") { address.removeLast() }
        guard !address.isEmpty else { return "" }
        let scheme = ["https://", "http://"].first { address.lowercased().hasPrefix($0) }
        let host = scheme.map { address.dropFirst($0.count) } ?? ""
        if host.isEmpty || host.contains(where: { "/?#@\\ ".contains($0) }) || SafeURL(address) == nil {
            note("An address such as https://example.org, without a path.", at: name)
        }
        return address
    }

    mutating func note(_ fault: AddAccount.Fault) {
        switch fault {
        case .noSite: note("There is no site yet.", at: "name")
        case .emailUnclear: note("This is no e-mail address.", at: "email")
        case .nameMissing: note("Give a name.", at: "name")
        case .passwordTooShort(let least): note("The password needs at least \(least) characters.", at: "password")
        case .emailTaken: note("Somebody signs in with this e-mail address already.", at: "email")
        }
    }
}
