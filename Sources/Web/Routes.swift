import Conversation
import HTTPTypes
import Hummingbird

/// Every route of the server.
/// - Parameter hosts: names under which the site answers; empty: any.
func routes(_ services: SiteServices, hosts: Set<String>) -> Router<WebContext> {
    let router = Router(context: WebContext.self, options: [.autoGenerateHeadEndpoints])
    router.addMiddleware {
        AnswerMiddleware(services: services)
        KnownHostMiddleware(hosts: hosts)
    }

    // For supervisors.
    router.get("healthz", use: ShowHealth(services: services).show)
    router.get("metrics", use: ShowMetrics(services: services).show)

    // For who certifies the site. What is not there is a page that is not found.
    let page = ShowPage(services: services)
    if let challenge = services.challenges.map(ShowChallenge.init) {
        router.get(".well-known/acme-challenge/*") { request, context in
            if let proof = challenge.answer(to: request) { return proof }
            return try await page.show(request, context)
        }
    }

    // Mail to readers.
    followRoutes(services, on: router)

    // Readers who log in, and what is kept of them.
    loginRoutes(services, on: router)
    privacyRoutes(services, on: router)

    // Other programs.
    apiRoutes(services, on: router)
    let xmlRPC = ServeXMLRPC(services: services)
    router.get("xmlrpc.php", use: xmlRPC.show)
    router.post("xmlrpc.php", use: xmlRPC.take)
    router.post(RouterPath(AkismetProtocol.callback), use: TakeAkismetWord(services: services).take)
    let akismet = ServeAkismet(services: services)
    router.post("1.1/verify-key", use: akismet.verify)
    router.post("1.1/comment-check", use: akismet.check)
    router.post("1.1/submit-spam", use: akismet.submitSpam)
    router.post("1.1/submit-ham", use: akismet.submitHam)

    // Signing in, and the administration.
    adminRoutes(services, on: router)

    // What browsers ask for by themselves.
    router.get("favicon.ico", use: ShowIcon(services: services).show)

    // Files of the theme.
    router.get("theme/**", use: ShowAsset(services: services).show)

    // The blog's own files.
    let file = ShowFile(services: services)
    router.get("wp-content/uploads/**", use: file.showUpload)
    router.get("wp-content/copies/*", use: file.showCopy)
    router.get("wp-content/avatars/*", use: file.showAvatar)

    // Posts before they are public.
    router.get("preview/:token", use: ShowPreview(services: services).show)

    // Posts, pages, lists, feeds, sitemaps: `Address` tells them apart.
    router.get("/", use: page.show)
    router.get("**", use: page.show)

    // Responses to a post, likes, and the password of a protected one: all are sent to its address or below it.
    let reply = TakeReply(services: services)
    let like = TakeLike(services: services)
    let unlock = UnlockPost(services: services)
    router.post("**") { request, context in
        if let taken = try await reply.take(request, context) { return taken }
        if let taken = try await like.take(request, context) { return taken }
        return try await unlock.unlock(request, context)
    }
    return router
}
