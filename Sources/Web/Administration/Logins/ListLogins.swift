import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Identities
import Model
import Themes

/// `/admin/logins/`: by which accounts readers may log in.
struct ListLogins: Sendable {
    let services: SiteServices

    static let address = "/admin/logins/"

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let change = ChangeLoginPage(services: services)
        return [
            .get("admin/logins", .configure, ListLogins(services: services).show),
            .get("admin/logins/:provider", .configure, change.show),
            .post("admin/logins/:provider", .configure, change.take),
            .post("admin/logins/:provider/test", .configure, change.test),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let settings = try await services.logIn.providers.all()
        let rows = settings.map { settings in
            LoginRow(
                name: settings.title, url: SafeURL(path: "\(Self.address)\(settings.provider.id)/"),
                state: settings.isOn ? "On" : "Off", note: settings.provider.note)
        }
        return try await services.admin(LoginsPage(logins: rows), title: "Logins", for: staff, path: Self.address)
    }
}

extension ProviderSettings {
    /// Two presets are called alike.
    var title: String {
        provider.id == IdentityProvider.wordPressConnect.id && name.isEmpty
            ? "\(provider.name) (the older way)" : provider.name
    }
}

extension IdentityProvider {
    /// What the owner has to know of it.
    var note: String {
        switch id {
        case "wordpress": "Register this site at developer.wordpress.com/apps."
        case "wordpress-connect": "For applications of developer.wordpress.com that do not know OpenID Connect yet."
        case "google":
            "Register this site at console.cloud.google.com, under “Clients”. Accounts of Google+ live on as these."
        case "x": "Register this site at developer.x.com. X charges about a cent for each login."
        case "facebook": "Register this site at developers.facebook.com, with “Facebook Login”."
        case "github": "Register this site at github.com/settings/developers, under “OAuth Apps”."
        case "mastodon": "Any Mastodon server, which the reader names. Nothing has to be registered."
        case "indieauth": "The reader’s own website says who vouches for it. Nothing has to be registered."
        case "mail": "A link that is mailed to the reader. It takes a mail relay, and nothing else."
        case "openid": "Any provider of OpenID Connect, by the address of its issuer."
        default: "Any provider of OAuth 2, by its addresses and the names of its fields."
        }
    }
}
