import Exchange
import Model
import Publishing
import Store

/// `wp.*` for pages, as they were before posts and pages became one.
enum XMLRPCPages {
    static let methods: [String: XMLRPCMethod] = [
        "wp.getPage": .signedIn(before: 2) { request in
            let resource = try await XMLRPCPosts.read(request, request.post)
            return resource.page(request, try await request.services.site())
        },
        "wp.getPages": .signedIn { request in
            let site = try await request.services.site()
            let resources = try await list(request)
            return .array(resources.map { $0.page(request, site) })
        },
        "wp.getPageList": .signedIn { request in
            let site = try await request.services.site()
            let wanted = ["page_id", "title", "wp_page_parent_id", "dateCreated", "date_created_gmt"]
            return .array(
                try await list(request).map { resource in
                    var members = resource.page(request, site).members ?? [:]
                    members = members.filter { wanted.contains($0.key) }
                    members["page_title"] = members.removeValue(forKey: "title")
                    members["page_parent_id"] = members.removeValue(forKey: "wp_page_parent_id")
                    return .dictionary(members)
                })
        },
        "wp.newPage": .signedIn { request in
            let clock = try await XMLRPCPosts.surroundings(request).1
            let draft = PostDraft(title: "", source: "").changed(
                byMetaWeblog: request.parameter(0) ?? [:], publishes: request.parameter(1)?.truth ?? false, clock: clock
            )
            return .string(String(try await XMLRPCPosts.make(draft, .page, request)))
        },
        "wp.editPage": .signedIn(before: 2) { request in
            let resource = try await XMLRPCPosts.read(request, request.post)
            let clock = try await XMLRPCPosts.surroundings(request).1
            let draft = PostDraft(resource).changed(
                byMetaWeblog: request.parameter(0) ?? [:], publishes: request.parameter(1)?.truth ?? false, clock: clock
            )
            try await XMLRPCPosts.save(draft, resource, request)
            return true
        },
        "wp.deletePage": .signedIn { request in try await XMLRPCPosts.delete(request, request.number(0)) },
        "wp.getPageStatusList": .signedIn { _ in XMLRPCPosts.statuses },
        "wp.getPageTemplates": .signedIn { _ in ["Default": "default"] },
    ]

    private static func list(_ request: XMLRPCRequest) async throws -> [PostResource] {
        try await XMLRPCPosts.list(
            request, ["post_type": "page", "number": .int(request.parameter(0)?.integer ?? 10)])
    }
}
