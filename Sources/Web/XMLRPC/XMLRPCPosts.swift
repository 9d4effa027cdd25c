import Database
import Exchange
import Model
import Publishing
import Store

/// `wp.*` for posts.
enum XMLRPCPosts {
    static let methods: [String: XMLRPCMethod] = [
        "wp.getPost": .signedIn { request in
            let resource = try await read(request, request.number(0))
            return try await value(resource, request)
        },
        "wp.getPosts": .signedIn { request in
            let filter = request.parameter(0) ?? [:]
            let resources = try await list(request, filter)
            var values: [XMLRPCValue] = []
            for resource in resources { values.append(try await value(resource, request)) }
            return .array(values)
        },
        "wp.newPost": .signedIn { request in
            let content = request.parameter(0) ?? [:]
            let kind: Post.Kind = content["post_type"]?.text == "page" ? .page : .post
            let (terms, clock) = try await surroundings(request)
            let draft = PostDraft(title: "", source: "").changed(byWordPress: content, terms: terms, clock: clock)
            return .string(String(try await make(draft, kind, request)))
        },
        "wp.editPost": .signedIn { request in
            let resource = try await read(request, request.number(0))
            let (terms, clock) = try await surroundings(request)
            let content = request.parameter(1) ?? [:]
            try await save(
                PostDraft(resource).changed(byWordPress: content, terms: terms, clock: clock), resource, request)
            return true
        },
        "wp.deletePost": .signedIn { request in try await delete(request, request.number(0)) },
        "wp.getPostTypes": .signedIn { _ in ["post": type(.post), "page": type(.page)] },
        "wp.getPostType": .signedIn { request in
            let kind = request.parameter(0)?.text.flatMap(Post.Kind.init(rawValue:)) ?? .post
            return type(kind)
        },
        "wp.getPostFormats": .signedIn { _ in ["standard": "Standard"] },
        "wp.getPostStatusList": .signedIn { _ in statuses },
    ]

    static let statuses: XMLRPCValue = [
        "draft": "Draft", "pending": "Pending Review", "private": "Private", "publish": "Published",
    ]

    private static func type(_ kind: Post.Kind) -> XMLRPCValue {
        [
            "name": .string(kind.rawValue), "label": .string(kind == .page ? "Pages" : "Posts"), "public": true,
            "hierarchical": .bool(kind == .page), "show_ui": true, "map_meta_cap": true, "has_archive": false,
            "taxonomies": kind == .page ? [] : ["category", "post_tag"],
            "supports": ["title": true, "editor": true, "author": true, "thumbnail": true, "excerpt": true],
        ]
    }

    // MARK: What the other interfaces use as well

    /// - Throws: `XMLRPCFault` for one that is not there, or that the caller may not see.
    static func read(_ request: XMLRPCRequest, _ number: Int64) async throws -> PostResource {
        guard let resource = try await request.services.postResource(number), resource.full.post.kind.isPublic else {
            throw XMLRPCFault.noSuchPost
        }
        guard request.writer.mayEdit(resource.full.post) else {
            throw XMLRPCFault(401, "Sorry, you are not allowed to edit this post.")
        }
        return resource
    }

    /// Those that the caller may change: `number`, `offset`, `post_type`, `post_status`, `s` of the filter.
    static func list(_ request: XMLRPCRequest, _ filter: XMLRPCValue) async throws -> [PostResource] {
        let kind = filter["post_type"]?.text.flatMap(Post.Kind.init(rawValue:)) ?? .post
        let status = filter["post_status"]?.text.flatMap { Post.Status(wordPress: $0) }
        let (number, offset) = filter.page(of: 10)
        let writer = request.writer
        return try await request.services.read { tx, site in
            var selection = PostSelection(kind: kind, words: filter["s"]?.text ?? "")
            if let status { selection.statuses = [status] }
            let rows = try tx.rows(selection, site: site.id)
            var resources: [PostResource] = []
            var skipped = 0
            for row in rows where resources.count < number {
                guard let post = try tx.post(row.id), writer.mayEdit(post) else { continue }
                skipped += 1
                if skipped > offset, let resource = try PostResource(row.id, in: tx) { resources.append(resource) }
            }
            return resources
        }
    }

    static func surroundings(_ request: XMLRPCRequest) async throws -> ([Term], SiteClock) {
        try await request.services.read { tx, site in
            (try tx.terms(site: site.id), SiteClock(of: site))
        }
    }

    /// Programs send HTML.
    static func make(_ draft: PostDraft, _ kind: Post.Kind, _ request: XMLRPCRequest) async throws -> Int64 {
        try await WritePost(request.services.database)
            .create(draft, kind: kind, format: .wordpress, by: request.writer, now: request.now).number
    }

    static func save(_ draft: PostDraft, _ resource: PostResource, _ request: XMLRPCRequest) async throws {
        _ = try await WritePost(request.services.database).save(
            draft, number: resource.full.post.number, basedOn: resource.full.post.version, by: request.writer,
            now: request.now)
    }

    static func delete(_ request: XMLRPCRequest, _ number: Int64) async throws -> XMLRPCValue {
        _ = try await read(request, number)
        try await TrashPost(request.services.database, actor: request.writer.actor, days: request.services.trashDays)
            .trash(number: number, by: request.writer, now: request.now)
        return true
    }

    private static func value(_ resource: PostResource, _ request: XMLRPCRequest) async throws -> XMLRPCValue {
        let (site, terms, picture) = try await request.services.read { tx, site in
            (
                site, try tx.terms(site: site.id),
                try resource.picture.flatMap { try tx.libraryEntry(number: $0, site: site.id) }
            )
        }
        let own = terms.filter { term in
            resource.full.terms.contains { $0.taxonomy == term.taxonomy && $0.slugs.last == term.slug }
        }
        return resource.wordPress(
            request, site, terms: own, picture: picture.map { XMLRPCMedia.value($0, request) } ?? [])
    }
}
