import Hummingbird

/// Mail to readers: asking for it, and what each mail's links lead to.
func followRoutes(_ services: SiteServices, on router: Router<WebContext>) {
    let ask = FollowByMail(services: services)
    router.get("follow-by-mail", use: ask.show)
    router.post("follow-by-mail", use: ask.take)
    let review = ReviewSubscription(services: services)
    router.get("follow-by-mail/:token", use: review.show)
    router.post("follow-by-mail/:token", use: review.take)
    router.get("follow-by-mail/:token/end/:what", use: review.showEnding)
    router.post("follow-by-mail/:token/end/:what", use: review.end)
}
