import Exchange
import Model
import Publishing
import Store

/// `metaWeblog.*`, `blogger.*` and `mt.*`, which older editors speak.
enum XMLRPCMetaWeblog {
    static let methods: [String: XMLRPCMethod] = [
        "metaWeblog.getPost": .signedIn { request in
            let resource = try await XMLRPCPosts.read(request, request.post)
            return resource.metaWeblog(request, try await request.services.site())
        },
        "metaWeblog.getRecentPosts": .signedIn { request in
            let site = try await request.services.site()
            let resources = try await recent(request)
            return .array(resources.map { $0.metaWeblog(request, site) })
        },
        "metaWeblog.newPost": .signedIn { request in
            let content = request.parameter(0) ?? [:]
            let kind: Post.Kind = content["post_type"]?.text == "page" ? .page : .post
            let clock = try await XMLRPCPosts.surroundings(request).1
            let draft = PostDraft(title: "", source: "")
                .changed(byMetaWeblog: content, publishes: request.parameter(1)?.truth ?? true, clock: clock)
            return .string(String(try await XMLRPCPosts.make(draft, kind, request)))
        },
        "metaWeblog.editPost": .signedIn { request in
            let resource = try await XMLRPCPosts.read(request, request.post)
            let clock = try await XMLRPCPosts.surroundings(request).1
            let draft = PostDraft(resource).changed(
                byMetaWeblog: request.parameter(0) ?? [:], publishes: request.parameter(1)?.truth ?? true, clock: clock)
            try await XMLRPCPosts.save(draft, resource, request)
            return true
        },
        // The program's key and the post's number stand before the name.
        "blogger.deletePost": .signedIn(before: 2) { request in
            try await XMLRPCPosts.delete(request, request.post)
        },
        "metaWeblog.deletePost": .signedIn(before: 2) { request in
            try await XMLRPCPosts.delete(request, request.post)
        },
        "mt.getRecentPostTitles": .signedIn { request in
            let site = try await request.services.site()
            let wanted = ["postid", "title", "dateCreated", "date_created_gmt", "userid", "post_status"]
            return .array(
                try await recent(request).map { resource in
                    let all = resource.metaWeblog(request, site).members ?? [:]
                    return .dictionary(all.filter { wanted.contains($0.key) })
                })
        },
        "mt.getPostCategories": .signedIn { request in
            let resource = try await XMLRPCPosts.read(request, request.post)
            let terms = try await XMLRPCPosts.surroundings(request).0
            let names = resource.names(.category)
            return .array(
                terms.filter { $0.taxonomy == .category && names.contains($0.name) }.enumerated().map { index, term in
                    [
                        "categoryId": .string(String(term.number)), "categoryName": .string(term.name),
                        "isPrimary": .bool(index == 0),
                    ]
                })
        },
        "mt.setPostCategories": .signedIn { request in
            let resource = try await XMLRPCPosts.read(request, request.post)
            let terms = try await XMLRPCPosts.surroundings(request).0
            let numbers = request.parameter(0)?.elements?.compactMap { $0["categoryId"]?.integer } ?? []
            var draft = PostDraft(resource)
            draft.categories = terms.filter { $0.taxonomy == .category && numbers.contains($0.number) }.map(\.name)
            try await XMLRPCPosts.save(draft, resource, request)
            return true
        },
        "mt.publishPost": .signedIn { request in
            try await ChangeStanding(request.services.database)
                .publish(number: request.post, by: request.writer, now: request.now)
            return true
        },
        "mt.getTrackbackPings": .open { [] },
    ]

    private static func recent(_ request: XMLRPCRequest) async throws -> [PostResource] {
        try await XMLRPCPosts.list(request, ["number": .int(request.parameter(0)?.integer ?? 10)])
    }
}
