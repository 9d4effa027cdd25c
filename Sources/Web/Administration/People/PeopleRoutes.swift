import Model

extension AdminRoute {
    /// Who takes part, and what happened.
    static func people(_ services: SiteServices) -> [AdminRoute] {
        let list = ListPeople(services: services)
        let one = ChangePersonPage(services: services, list: list)
        let log = ShowLog(services: services)
        return [
            get("admin/people", .managePeople, list.show),
            post("admin/people", .managePeople, list.invite),
            get("admin/people/:number", .managePeople, one.show),
            post("admin/people/:number", .managePeople, one.take),
            post("admin/people/:number/invite", .managePeople, one.invite),
            post("admin/people/:number/posts", .managePeople, one.givePosts),
            post("admin/people/:number/sign-out", .managePeople, one.signOut),
            post("admin/people/:number/remove", .managePeople, one.remove),
            get("admin/log", .managePeople, log.show),
        ]
    }
}
