import Exchange
import Model
import Publishing
import Store

/// `wp.*` for the site and its people.
enum XMLRPCSite {
    static let methods: [String: XMLRPCMethod] = [
        "wp.getUsersBlogs": .signedIn(before: 0) { try await blogs($0) },
        "blogger.getUsersBlogs": .signedIn { try await blogs($0) },
        "blogger.getUserInfo": .signedIn { request in
            [
                "userid": .string(String(request.account.number)), "nickname": .string(request.account.displayName),
                "firstname": .string(request.account.displayName), "lastname": "",
                "url": .string(request.services.location.url),
            ]
        },
        "wp.getProfile": .signedIn { request in profile(request.account) },
        "wp.getUser": .signedIn { request in
            let number = try request.number(0)
            guard let account = try await accounts(request).first(where: { $0.number == number }) else {
                throw XMLRPCFault(404, "Invalid user ID.")
            }
            return profile(account)
        },
        "wp.getUsers": .signedIn { request in .array(try await accounts(request).map(profile)) },
        "wp.getAuthors": .signedIn { request in
            .array(
                try await accounts(request).map { account in
                    [
                        "user_id": .string(String(account.number)), "user_login": .string(account.login),
                        "display_name": .string(account.displayName),
                    ]
                })
        },
        "wp.getOptions": .signedIn { request in
            let names = request.parameter(0)?.elements?.compactMap(\.text) ?? []
            return .dictionary(try await options(request).filter { names.isEmpty || names.contains($0.key) })
        },
        "wp.setOptions": .signedIn { request in
            try request.require(.configure)
            var site = try await request.services.site()
            let given = request.parameter(0) ?? [:]
            site.title = given["blog_title"]?.text ?? site.title
            site.tagline = given["blog_tagline"]?.text ?? site.tagline
            try await ChangeSite(request.services.database, actor: request.writer.actor)
                .change(to: site, now: request.now)
            let names = given.members.map { Set($0.keys) } ?? []
            return .dictionary(try await options(request).filter { names.contains($0.key) })
        },
    ]

    private static func blogs(_ request: XMLRPCRequest) async throws -> XMLRPCValue {
        let url = request.services.location.url
        return [
            [
                "blogid": "1", "blogName": .string(try await request.services.site().title),
                "url": .string(url + "/"), "xmlrpc": .string(url + "/xmlrpc.php"),
                "isAdmin": .bool(request.account.role.may(.configure)), "isPrimary": true,
            ]
        ]
    }

    private static func accounts(_ request: XMLRPCRequest) async throws -> [Account] {
        let all = try await request.services.read { tx, site in try tx.accounts(site: site.id) }
        return request.account.role.may(.editOthers) ? all : all.filter { $0.id == request.account.id }
    }

    private static func profile(_ account: Account) -> XMLRPCValue {
        [
            "user_id": .string(String(account.number)), "username": .string(account.login),
            "display_name": .string(account.displayName), "nickname": .string(account.displayName),
            "nicename": .string(account.slug), "first_name": "", "last_name": "", "bio": "", "url": "",
            "email": .string(account.email), "roles": [.string(account.role.wordPressName)],
        ]
    }

    private static func options(_ request: XMLRPCRequest) async throws -> [String: XMLRPCValue] {
        let site = try await request.services.site()
        func option(_ words: String, _ value: String, isFixed: Bool = true) -> XMLRPCValue {
            ["desc": .string(words), "readonly": .bool(isFixed), "value": .string(value)]
        }
        return [
            "software_name": option("Software Name", "Thaw"),
            // Programs compare it to learn what they may call.
            "software_version": option("Software Version", "6.0"),
            "blog_url": option("WordPress Address (URL)", request.services.location.url),
            "home_url": option("Site Address (URL)", request.services.location.url),
            "login_url": option("Login Address (URL)", request.services.location.absolute("/admin/sign-in/")),
            "admin_url": option("The URL to the admin area", request.services.location.absolute("/admin/")),
            "blog_title": option("Site Title", site.title, isFixed: false),
            "blog_tagline": option("Site Tagline", site.tagline, isFixed: false),
            "time_zone": option("Time Zone", site.timeZone), "post_thumbnail": option("Post Thumbnail", "1"),
            "default_comment_status": option("Allow people to submit comments on new posts.", "open"),
        ]
    }
}

extension Role {
    fileprivate var wordPressName: String {
        switch self {
        case .owner: "administrator"
        case .moderator: "subscriber"
        default: rawValue
        }
    }
}
