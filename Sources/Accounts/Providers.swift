package import Database
package import Identities
package import Model
import Secrets
import Store

/// The providers that the owner has set up, with their secrets.
package struct Providers: Sendable {
    private let database: any Database
    private let seal: Seal

    /// - Parameter secret: the bytes of `secret.key`.
    package init(_ database: any Database, secret: [UInt8]) {
        self.database = database
        seal = Seal(secret: secret, purpose: "providers")
    }

    func settings(_ slug: String) async throws -> ProviderSettings? {
        try await all().first { $0.provider.id == slug }
    }

    /// One for each preset, in its order, set up or not.
    package func all() async throws -> [ProviderSettings] {
        let stored = try await database.read { tx in
            try tx.site().map { try tx.identityProviders(site: $0.id) } ?? []
        }
        return IdentityProvider.presets.map { preset in
            stored.first { $0.slug == preset.id }
                .flatMap { ProviderSettings($0, secret: seal.open($0.secret)) } ?? ProviderSettings(preset: preset)
        }
    }

    /// What the owner says of a provider.
    package struct Change: Sendable {
        package var name: String
        package var isOn: Bool
        package var client: String
        /// Nil leaves the one that there is.
        package var secret: String?
        package var details: ProviderDetails

        package init(name: String, isOn: Bool, client: String, secret: String?, details: ProviderDetails) {
            self.name = name
            self.isOn = isOn
            self.client = client
            self.secret = secret
            self.details = details
        }
    }

    /// - Throws: `Fault`
    package func change(_ slug: String, to change: Change, actor: String, now: Instant) async throws {
        guard let preset = IdentityProvider.preset(slug) else { throw Fault.unknown }
        let sealed = try change.secret.map { try $0.isEmpty ? "" : seal.close($0) }
        try await database.write { tx in
            guard let site = try tx.site() else { throw Fault.unknown }
            let known = try tx.identityProviders(site: site.id).first { $0.slug == slug }
            let stored = StoredProvider(
                slug: slug, preset: preset.id, name: change.name, isOn: change.isOn, client: change.client,
                secret: sealed ?? known?.secret ?? "", details: change.details.json)
            guard let settings = ProviderSettings(stored, secret: nil) else { throw Fault.unknown }
            if change.isOn, !settings.isComplete { throw Fault.incomplete }
            try tx.set(stored, site: site.id, at: now)
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "change", objectKind: "identity-provider",
                    after: "{\"provider\":\"\(slug)\",\"on\":\(change.isOn)}"),
                site: site.id)
        }
    }

    package enum Fault: Error, Hashable, Sendable {
        case unknown
        /// It cannot be switched on before identifier and addresses are there.
        case incomplete
    }
}

extension ReadTransaction {
    /// What readers may log in by, in the order of the presets.
    package func offeredProviders(site: Site.ID) throws -> [IdentityProvider] {
        let stored = try identityProviders(site: site)
        return IdentityProvider.presets.compactMap { preset in
            stored.first { $0.slug == preset.id && $0.isOn }.flatMap { ProviderSettings($0, secret: nil)?.provider }
        }
    }
}
