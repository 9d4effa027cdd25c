import Accounts
import Administration
import Identities
import Model
import Themes

/// The form for one way to log in.
struct LoginForm {
    var fields: CheckedFields

    init(_ fields: CheckedFields) { self.fields = fields }

    var change: Providers.Change {
        mutating get {
            let secret = fields.raw("secret")
            return Providers.Change(
                name: fields.line("name", limit: 60), isOn: fields.isTicked("on"),
                client: fields.line("client", limit: 500),
                secret: fields.isTicked("forget") ? "" : secret.isEmpty ? nil : secret, details: details)
        }
    }

    private var details: ProviderDetails {
        mutating get {
            var details = ProviderDetails()
            details.issuer = address("issuer")
            details.authorize = address("authorize")
            details.token = address("token")
            details.profile = address("profile")
            details.keys = address("keys")
            details.scopes = fields.line("scopes")
            details.subjectField = fields.line("subject-field")
            details.nameField = fields.line("name-field")
            details.websiteField = fields.line("website-field")
            details.pictureField = fields.line("picture-field")
            details.usesPKCE = Self.choice(fields.raw("pkce"))
            details.echoesNonce = Self.choice(fields.raw("nonce"))
            details.authentication = IdentityProvider.Authentication(rawValue: fields.raw("authentication"))
            return details
        }
    }

    private mutating func address(_ name: String) -> String {
        let address = fields.line(name, limit: 1000)
        if !address.isEmpty, !address.isWebAddress { fields.note("An address that begins with https://.", at: name) }
        return address
    }

    /// Nil leaves it to the preset.
    private static func choice(_ value: String) -> Bool? {
        switch value {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    // MARK: What is shown

    static func groups(
        _ settings: ProviderSettings, redirect: String, sendsMail: Bool, faults: [String: String]
    ) -> [FormGroup] {
        let provider = settings.provider
        var first = [
            FormField(
                "on", "Readers may log in by it", kind: .tick(isOn: settings.isOn),
                hint: provider.kind == .mail && !sendsMail
                    ? "No mail goes out yet; the page Mail says what is missing." : nil)
        ]
        guard provider.needsClient else { return [FormGroup(nil, first)] }
        first.append(
            FormField(
                "name", "Its name", value: settings.name,
                hint: "As readers see it. Empty: \(IdentityProvider.preset(provider.id)?.name ?? provider.name)."))
        return [
            FormGroup(nil, first),
            FormGroup(
                "How it knows this site",
                [
                    FormField("redirect", "Redirect address, to be given there", value: redirect, kind: .fixed),
                    FormField(
                        "client", "Identifier (client ID)", value: settings.client.id, fault: faults["client"]),
                    FormField(
                        "secret", "Secret (client secret)",
                        kind: .input(type: "password", autocomplete: "off"),
                        hint: settings.client.secret.isEmpty
                            ? "It is kept encrypted, and never shown again."
                            : "There is one, which is not shown. Empty leaves it."),
                    FormField("forget", "Forget the secret", kind: .tick(isOn: false)),
                ]),
            FormGroup("Where it is asked", addresses(settings, faults)), FormGroup("How it differs", traits(settings)),
        ]
    }

    private static func addresses(_ settings: ProviderSettings, _ faults: [String: String]) -> [FormField] {
        let preset = IdentityProvider.preset(settings.provider.id) ?? settings.provider
        let details = settings.details
        func field(_ name: String, _ label: String, _ value: String, _ known: String) -> FormField {
            FormField(
                name, label, value: value, kind: .input(type: "url"), hint: known.isEmpty ? nil : "Empty: \(known)",
                fault: faults[name])
        }
        let issuer = field("issuer", "Issuer", details.issuer, preset.issuer)
        if preset.kind == .discovered { return [issuer] }
        return [
            issuer, field("authorize", "Authorization", details.authorize, preset.authorize),
            field("token", "Token", details.token, preset.token),
            field("profile", "Profile (userinfo)", details.profile, preset.profile),
            field("keys", "Keys (JWKS)", details.keys, preset.keys),
        ]
    }

    private static func traits(_ settings: ProviderSettings) -> [FormField] {
        let preset = IdentityProvider.preset(settings.provider.id) ?? settings.provider
        let details = settings.details
        func field(_ name: String, _ label: String, _ value: String, _ known: [String]) -> FormField {
            FormField(
                name, label, value: value, hint: known.isEmpty ? nil : "Empty: \(known.joined(separator: ", "))")
        }
        func choice(_ name: String, _ label: String, _ value: Bool?, _ known: Bool) -> FormField {
            FormField(
                name, label,
                kind: .choices([
                    AdminChoice(value: "", title: "as usual there (\(known ? "yes" : "no"))", isChosen: value == nil),
                    AdminChoice(value: "yes", title: "yes", isChosen: value == true),
                    AdminChoice(value: "no", title: "no", isChosen: value == false),
                ]))
        }
        let ways: [(IdentityProvider.Authentication?, String)] = [
            (nil, "as usual there"), (.post, "in the form"), (.basic, "in the head (Basic)"),
            (IdentityProvider.Authentication.none, "not at all"),
        ]
        return [
            field("scopes", "Scopes", details.scopes, preset.scopes),
            field("subject-field", "Field that tells people apart", details.subjectField, preset.fields.subject),
            field("name-field", "Field with the name", details.nameField, preset.fields.name),
            field("website-field", "Field with the website", details.websiteField, preset.fields.website),
            field("picture-field", "Field with the picture", details.pictureField, preset.fields.picture),
            choice("pkce", "Takes a challenge (PKCE)", details.usesPKCE, preset.traits.usesPKCE),
            choice("nonce", "Gives the nonce back", details.echoesNonce, preset.traits.echoesNonce),
            FormField(
                "authentication", "The secret is sent",
                kind: .choices(
                    ways.map { way, title in
                        AdminChoice(
                            value: way?.rawValue ?? "", title: title, isChosen: way == details.authentication)
                    })),
        ]
    }
}
