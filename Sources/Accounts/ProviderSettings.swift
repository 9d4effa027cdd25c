import Foundation
package import Identities
import Model
import Secrets
import Store

/// A provider as the owner set it up.
package struct ProviderSettings: Hashable, Sendable {
    package var provider: IdentityProvider
    package var client: ProviderClient
    package var isOn: Bool
    package var details: ProviderDetails
    /// What the owner calls it; empty for its preset's name.
    package var name: String

    /// Nil for one whose preset this version does not know.
    init?(_ stored: StoredProvider, secret: String?) {
        guard let preset = IdentityProvider.preset(stored.preset) else { return nil }
        details = ProviderDetails(json: stored.details)
        name = stored.name
        provider = details.applied(to: preset)
        if !stored.name.isEmpty { provider.name = stored.name }
        client = ProviderClient(id: stored.client, secret: secret ?? "")
        isOn = stored.isOn
    }

    /// One that was not set up yet.
    init(preset: IdentityProvider) {
        provider = preset
        client = ProviderClient()
        isOn = false
        details = ProviderDetails()
        name = ""
    }

    /// Whether what it takes to ask there is given.
    package var isComplete: Bool {
        switch provider.kind {
        case .fixed: !client.id.isEmpty && provider.authorize.isWebAddress && provider.token.isWebAddress
        case .discovered: !client.id.isEmpty && provider.issuer.isWebAddress
        case .mastodon, .indieAuth, .mail: true
        }
    }
}

/// What the owner set otherwise than the preset has it. Empty and nil leave what stands there.
package struct ProviderDetails: Hashable, Codable, Sendable {
    package var issuer = ""
    package var authorize = ""
    package var token = ""
    package var profile = ""
    package var keys = ""
    /// With blanks between.
    package var scopes = ""
    /// Names of fields with dots between, several with commas.
    package var subjectField = ""
    package var nameField = ""
    package var websiteField = ""
    package var pictureField = ""
    package var usesPKCE: Bool?
    package var echoesNonce: Bool?
    package var authentication: IdentityProvider.Authentication?

    package init() {}

    init(json: String) {
        self = (try? JSONDecoder().decode(ProviderDetails.self, from: Data(json.utf8))) ?? ProviderDetails()
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    func applied(to preset: IdentityProvider) -> IdentityProvider {
        var provider = preset
        func set(_ path: WritableKeyPath<IdentityProvider, String>, _ value: String) {
            if !value.isEmpty { provider[keyPath: path] = value }
        }
        set(\.issuer, issuer)
        set(\.authorize, authorize)
        set(\.token, token)
        set(\.profile, profile)
        set(\.keys, keys)
        if !scopes.isEmpty { provider.scopes = scopes.split(separator: " ").map(String.init) }
        func setFields(_ path: WritableKeyPath<ProfileFields, [String]>, _ value: String) {
            let names = value.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            if !names.isEmpty { provider.fields[keyPath: path] = names }
        }
        setFields(\.subject, subjectField)
        setFields(\.name, nameField)
        setFields(\.website, websiteField)
        setFields(\.picture, pictureField)
        if let usesPKCE { provider.traits.usesPKCE = usesPKCE }
        if let echoesNonce { provider.traits.echoesNonce = echoesNonce }
        if let authentication { provider.traits.authentication = authentication }
        // A provider of OAuth 2 without an issuer is told apart by where it is asked.
        if provider.issuer.isEmpty, provider.kind == .fixed { provider.issuer = provider.authorize }
        return provider
    }
}
