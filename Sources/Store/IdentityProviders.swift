package import Database
package import Model

/// A provider that the owner has set up.
package struct StoredProvider: Hashable, Sendable {
    /// Stands in addresses: `google`.
    package var slug: String
    package var preset: String
    /// What the owner calls it; empty for its preset's name.
    package var name: String
    package var isOn: Bool
    package var client: String
    /// Sealed; empty where there is none.
    package var secret: String
    /// What the owner set otherwise than its preset, in JSON.
    package var details: String

    package init(
        slug: String, preset: String, name: String = "", isOn: Bool = false, client: String = "", secret: String = "",
        details: String = "{}"
    ) {
        self.slug = slug
        self.preset = preset
        self.name = name
        self.isOn = isOn
        self.client = client
        self.secret = secret
        self.details = details
    }
}

extension ReadTransaction {
    /// By slug.
    package func identityProviders(site: Site.ID) throws -> [StoredProvider] {
        try all(
            """
            SELECT slug, preset, name, is_on, client, secret, details FROM identity_provider
            WHERE site_id = \(site) ORDER BY slug
            """
        ) { row in
            StoredProvider(
                slug: row.text(0), preset: row.text(1), name: row.text(2), isOn: row.bool(3), client: row.text(4),
                secret: row.text(5), details: row.text(6))
        }
    }

    /// By which this site is known at a server that registered it: identifier, and sealed secret.
    package func providerClient(at issuer: String, redirect: String, site: Site.ID) throws -> (
        client: String, secret: String
    )? {
        try first(
            """
            SELECT client, secret FROM provider_client
            WHERE site_id = \(site) AND issuer = \(issuer) AND redirect = \(redirect)
            """
        ) { ($0.text(0), $0.text(1)) }
    }
}

extension WriteTransaction {
    package func set(_ provider: StoredProvider, site: Site.ID, at now: Instant) throws {
        try run(
            """
            INSERT INTO identity_provider (site_id, slug, preset, name, is_on, client, secret, details)
            VALUES (\(site), \(provider.slug), \(provider.preset), \(provider.name), \(provider.isOn),
                \(provider.client), \(provider.secret), \(provider.details))
            ON CONFLICT (site_id, slug) DO UPDATE SET preset = excluded.preset, name = excluded.name,
                is_on = excluded.is_on, client = excluded.client, secret = excluded.secret, details = excluded.details
            """)
        try touch(.site, site: site, at: now)
    }

    package func deleteIdentityProvider(_ slug: String, site: Site.ID, at now: Instant) throws {
        try run("DELETE FROM identity_provider WHERE site_id = \(site) AND slug = \(slug)")
        try touch(.site, site: site, at: now)
    }

    package func setProviderClient(
        _ client: String, secret: String, at issuer: String, redirect: String, site: Site.ID, now: Instant
    ) throws {
        try run(
            """
            INSERT INTO provider_client (site_id, issuer, redirect, client, secret, created_at)
            VALUES (\(site), \(issuer), \(redirect), \(client), \(secret), \(now))
            ON CONFLICT (site_id, issuer, redirect) DO UPDATE SET client = excluded.client, secret = excluded.secret,
                created_at = excluded.created_at
            """)
    }

    /// So that the next login registers this site anew.
    package func deleteProviderClient(at issuer: String, site: Site.ID) throws {
        try run("DELETE FROM provider_client WHERE site_id = \(site) AND issuer = \(issuer)")
    }
}
