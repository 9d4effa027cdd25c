/// Facts of November 2026, each from where its comment says.
extension IdentityProvider {
    /// In the order in which their icons stand.
    package static let presets: [IdentityProvider] = [
        .wordPress, .wordPressConnect, .google, .x, .facebook, .gitHub, .mastodon, .indieAuth, .mail, .openID, .oauth,
    ]

    package static func preset(_ id: String) -> IdentityProvider? { presets.first { $0.id == id } }

    /// https://public-api.wordpress.com/.well-known/openid-configuration
    package static let wordPress: IdentityProvider = {
        var provider = IdentityProvider(id: "wordpress", name: "WordPress.com")
        provider.issuer = "https://public-api.wordpress.com"
        provider.authorize = "https://public-api.wordpress.com/oauth2-1/authorize"
        provider.token = "https://public-api.wordpress.com/oauth2-1/token"
        provider.profile = "https://public-api.wordpress.com/oauth2-1/userinfo"
        provider.keys = "https://public-api.wordpress.com/.well-known/jwks.json"
        provider.scopes = ["openid", "profile", "email"]
        return provider
    }()

    /// The older way (https://developer.wordpress.com/docs/api/wpcc/). Whether its `ID` is the other's `sub` is not said
    /// anywhere, so its accounts are others. Whether it takes a challenge is not said either; it is sent none.
    package static let wordPressConnect: IdentityProvider = {
        var provider = IdentityProvider(id: "wordpress-connect", name: "WordPress.com")
        provider.issuer = "https://public-api.wordpress.com/oauth2"
        provider.authorize = "https://public-api.wordpress.com/oauth2/authorize"
        provider.token = "https://public-api.wordpress.com/oauth2/token"
        provider.profile = "https://public-api.wordpress.com/rest/v1.1/me"
        provider.scopes = ["auth"]
        provider.fields = ProfileFields(
            subject: ["ID"], name: ["display_name", "username"], handle: ["username"],
            website: ["primary_blog_url", "profile_URL"], picture: ["avatar_URL"])
        provider.traits = Traits(usesPKCE: false, echoesNonce: false, hasIDToken: false)
        return provider
    }()

    /// https://developers.google.com/identity/openid-connect/openid-connect. Google+ accounts live on as these.
    package static let google: IdentityProvider = {
        var provider = IdentityProvider(id: "google", name: "Google")
        provider.issuer = "https://accounts.google.com"
        provider.otherIssuers = ["accounts.google.com"]
        provider.authorize = "https://accounts.google.com/o/oauth2/v2/auth"
        provider.token = "https://oauth2.googleapis.com/token"
        provider.profile = "https://openidconnect.googleapis.com/v1/userinfo"
        provider.keys = "https://www.googleapis.com/oauth2/v3/certs"
        provider.scopes = ["openid", "email", "profile"]
        return provider
    }()

    /// https://github.com/xdevplatform/docs: no ID token, a challenge is a must, the code lives thirty seconds, and each
    /// login costs the owner about a cent.
    package static let x: IdentityProvider = {
        var provider = IdentityProvider(id: "x", name: "X (Twitter)")
        provider.issuer = "https://x.com"
        provider.authorize = "https://x.com/i/oauth2/authorize"
        provider.token = "https://api.x.com/2/oauth2/token"
        provider.profile = "https://api.x.com/2/users/me?user.fields=profile_image_url"
        provider.scopes = ["users.read", "tweet.read"]
        provider.fields = ProfileFields(
            subject: ["data.id"], name: ["data.name", "data.username"], handle: ["data.username"], website: [],
            picture: ["data.profile_image_url"], email: [], isEmailVerified: [])
        provider.traits = Traits(echoesNonce: false, hasIDToken: false, authentication: .basic)
        return provider
    }()

    /// https://developers.facebook.com/documentation/facebook-login: its discovery document lacks two addresses, so they
    /// stand here (https://github.com/nextauthjs/next-auth/issues/4608); its numbers are of this application alone.
    package static let facebook: IdentityProvider = {
        var provider = IdentityProvider(id: "facebook", name: "Facebook")
        provider.issuer = "https://www.facebook.com"
        provider.authorize = "https://www.facebook.com/v26.0/dialog/oauth"
        provider.token = "https://graph.facebook.com/v26.0/oauth/access_token"
        provider.profile = "https://graph.facebook.com/v26.0/me?fields=id,name,email,picture"
        provider.scopes = ["public_profile", "email"]
        provider.fields = ProfileFields(
            subject: ["id"], name: ["name"], handle: [], website: [], picture: ["picture.data.url"],
            isEmailVerified: [])
        provider.traits = Traits(echoesNonce: false, hasIDToken: false)
        return provider
    }()

    /// https://docs.github.com/apps/oauth-apps: errors come with status 200.
    package static let gitHub: IdentityProvider = {
        var provider = IdentityProvider(id: "github", name: "GitHub")
        provider.issuer = "https://github.com"
        provider.authorize = "https://github.com/login/oauth/authorize"
        provider.token = "https://github.com/login/oauth/access_token"
        provider.profile = "https://api.github.com/user"
        provider.scopes = ["read:user", "user:email"]
        provider.fields = ProfileFields(
            subject: ["id"], name: ["name", "login"], handle: ["login"], website: ["blog", "html_url"],
            picture: ["avatar_url"], isEmailVerified: [])
        provider.traits = Traits(echoesNonce: false, hasIDToken: false)
        return provider
    }()

    /// https://github.com/mastodon/documentation: each server registers us when the first reader names it.
    package static let mastodon: IdentityProvider = {
        var provider = IdentityProvider(id: "mastodon", name: "Mastodon", kind: .mastodon)
        provider.fields = ProfileFields(
            subject: ["id"], name: ["display_name", "username"], handle: ["acct"], website: ["url"],
            picture: ["avatar_static", "avatar"], email: [], isEmailVerified: [])
        provider.traits = Traits(echoesNonce: false, hasIDToken: false)
        return provider
    }()

    /// https://indieauth.spec.indieweb.org: what the site's profile says of a name is its owner's word.
    package static let indieAuth: IdentityProvider = {
        var provider = IdentityProvider(id: "indieauth", name: "IndieAuth", kind: .indieAuth)
        provider.scopes = ["profile"]
        provider.fields = ProfileFields(
            subject: ["me"], name: ["profile.name"], handle: [], website: ["me"], picture: ["profile.photo"],
            email: [], isEmailVerified: [])
        provider.traits = Traits(echoesNonce: false, hasIDToken: false, authentication: .none)
        return provider
    }()

    package static let mail = IdentityProvider(id: "mail", name: "E-mail", kind: .mail)

    /// Any provider of OpenID Connect, by its issuer.
    package static let openID: IdentityProvider = {
        var provider = IdentityProvider(id: "openid", name: "OpenID Connect", kind: .discovered)
        provider.scopes = ["openid", "profile", "email"]
        return provider
    }()

    /// Any provider of OAuth 2, by its addresses and the names of its fields.
    package static let oauth: IdentityProvider = {
        var provider = IdentityProvider(id: "oauth", name: "OAuth 2")
        provider.fields.subject = ["sub", "id"]
        provider.traits = Traits(echoesNonce: false, hasIDToken: false)
        return provider
    }()
}
