import HTTPTypes
import Hummingbird
import Model

/// Where providers of identities send browsers back to, and what they may know of this site.
func loginRoutes(_ services: SiteServices, on router: Router<WebContext>) {
    router.get("identity/client.json", use: ShowClientDocument(services: services).show)
    let mailed = TakeMailedLogin(services: services)
    router.get("identity/mail/:token", use: mailed.show)
    router.post("identity/mail/:token", use: mailed.take)
    router.get("identity/:provider", use: TakeReturn(services: services).show)
}
