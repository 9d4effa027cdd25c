import Database
import HTTPTypes
import Language
import Model
import Publishing
import Store

/// Posts and pages over `/api/v1`.
enum PostCalls {
    private static let standings = ["draft", "pending", "private", "published"]

    static let schemas: [APISchema] = [
        APISchema(
            "Post",
            [
                .init("number", .integer, "Stays the same for good."), .init("kind", .choice(["post", "page"])),
                .init("status", .choice(Post.Status.allCases.map(\.rawValue))), .init("title", .string),
                .init("slug", .string), .init("url", .string, "Where readers find it.", isNullable: true),
                .init("source", .string, "What its writer wrote."),
                .init(
                    "source_format", .choice(["markdown", "wordpress"]), "CommonMark, or HTML as WordPress keeps it."),
                .init("html", .string, "As readers get it."), .init("excerpt", .string),
                .init("author", .reference("Person"), isNullable: true),
                .init("date", .string, "What the site’s clock read: 2012-02-25T09:30:00", isNullable: true),
                .init("published_at", .string, "The same moment in UTC.", isNullable: true),
                .init("modified_at", .string), .init("sticky", .boolean),
                .init("password", .string, "What readers have to give first.", isNullable: true),
                .init("comments_open", .boolean), .init("comment_count", .integer),
                .init("like_count", .integer, "With and without an account."),
                .init("categories", .array(.string), "By name."), .init("tags", .array(.string), "By name."),
                .init("featured_picture", .integer, "The number of a file.", isNullable: true),
                .init("parent", .integer, "The number of the page above.", isNullable: true),
                .init("event", .reference("PostEvent"), "What it tells of.", isNullable: true),
                .init("cites", .array(.string), "The keys of the sources that its text cites."),
                .init("version", .integer, "Counts up at every change."),
            ]),
        PostEvent.schema,
        APISchema("Person", [.init("number", .integer), .init("name", .string)]),
        draft, draft.optional("PostChange"),
    ]

    private static let draft = APISchema(
        "PostDraft",
        [
            .init("title", .string, isRequired: false), .init("source", .string, "Markdown.", isRequired: false),
            .init("excerpt", .string, "Empty: its first words.", isRequired: false),
            .init("slug", .string, "Empty: made of the title.", isRequired: false),
            .init("status", .choice(standings), "draft, if it is left out.", isRequired: false),
            .init(
                "date", .string, "Of the site’s clock; in the future it waits until then. Null: now.",
                isRequired: false, isNullable: true),
            .init("password", .string, isRequired: false, isNullable: true),
            .init("sticky", .boolean, isRequired: false), .init("comments_open", .boolean, isRequired: false),
            .init("categories", .array(.string), "By name; new ones are made.", isRequired: false),
            .init("tags", .array(.string), "By name; new ones are made.", isRequired: false),
            .init("featured_picture", .integer, isRequired: false, isNullable: true),
            .init("parent", .integer, isRequired: false, isNullable: true),
            .init("event", .reference("PostEvent"), "What it tells of.", isRequired: false, isNullable: true),
        ])

    static func routes(_ kind: Post.Kind, _ path: String) -> [APIRoute] {
        let one = kind == .post ? "post" : "page"
        return [
            .list(
                path, of: "Post", "Lists \(one)s, the newest first.",
                [
                    .init("status", .choice(Post.Status.allCases.map(\.rawValue)), "Of one status alone."),
                    .init("words", .string, "Words that the title has."),
                ]
            ) { try await list($0, kind) },
            .make(path, "Post", from: "PostDraft", .posts, "Makes a \(one).") { try await make($0, kind, path) },
            .get("\(path)/{number}", "Post", "Reads a \(one).") { APIAnswer(json: try await read($0, kind).json($0)) },
            .change("\(path)/{number}", "Post", by: "PostChange", .posts, "Changes what is given of a \(one).") {
                try await change($0, kind)
            },
            .delete(
                "\(path)/{number}", .posts, "Puts a \(one) into the trash.",
                [.init("for_good", .boolean, "Takes one that is in the trash away for good.")]
            ) { try await delete($0, kind) },
        ]
    }

    // MARK: Calls

    private static func list(_ call: APICall, _ kind: Post.Kind) async throws -> APIAnswer {
        let (limit, cursor) = (try call.limit, try call.cursor)
        let status = try call.query("status").map { name -> Post.Status in
            guard let status = Post.Status(rawValue: name) else { throw APIProblem(.badRequest, "status is unknown.") }
            return status
        }
        let words = call.query("words") ?? ""
        let writer = call.writer
        let (resources, next) = try await call.services.read { tx, site -> ([PostResource], String?) in
            var selection = PostSelection(kind: kind, words: words)
            if let status { selection.statuses = [status] }
            // Drafts of others are nobody's to read, as in the administration.
            let rows = try tx.rows(selection, site: site.id).filter {
                $0.status == .published || writer.may(.editOthers) || $0.author == writer.account
            }
            let start = cursor.flatMap { last in rows.firstIndex { "\($0.number)" == last } }.map { $0 + 1 } ?? 0
            let page = rows[min(start, rows.count)..<min(start + limit, rows.count)]
            let isMore = start + limit < rows.count
            return (
                try page.compactMap { try PostResource($0.id, in: tx) }, isMore ? page.last.map { "\($0.number)" } : nil
            )
        }
        return .list(resources.map { $0.json(call) }, next: next)
    }

    /// - Throws: `APIProblem` for one that is not there, or that the caller may not see.
    private static func read(_ call: APICall, _ kind: Post.Kind) async throws -> PostResource {
        guard let resource = try await call.services.postResource(call.number), resource.full.post.kind == kind,
            resource.full.post.status == .published || call.writer.mayEdit(resource.full.post)
        else { throw APIProblem.notFound }
        return resource
    }

    private static func make(_ call: APICall, _ kind: Post.Kind, _ path: String) async throws -> APIAnswer {
        let draft = try PostDraft(title: "", source: "").changed(by: call.body)
        let saved = try await WritePost(call.services.database)
            .create(draft, kind: kind, by: call.writer, now: call.now)
        let json = try await answer(saved.number, call)
        return .made(json, at: "\(APIRoute.prefix)\(path)/\(saved.number)")
    }

    private static func change(_ call: APICall, _ kind: Post.Kind) async throws -> APIAnswer {
        // One reading for both: what the caller knew is what the change stands on.
        let resource = try await read(call, kind)
        try call.requireMatch(resource.json(call))
        let number = resource.full.post.number
        let draft = try PostDraft(resource).changed(by: call.body)
        _ = try await WritePost(call.services.database)
            .save(draft, number: number, basedOn: resource.full.post.version, by: call.writer, now: call.now)
        return APIAnswer(json: try await answer(number, call))
    }

    private static func delete(_ call: APICall, _ kind: Post.Kind) async throws -> APIAnswer {
        try call.requireMatch(try await read(call, kind).json(call))
        if call.query("for_good") == "true" {
            try await RemovePost(call.services.database).remove(number: call.number, by: call.writer, now: call.now)
        } else {
            try await TrashPost(call.services.database, actor: call.actor, days: call.services.trashDays)
                .trash(number: call.number, by: call.writer, now: call.now)
        }
        return .gone
    }

    private static func answer(_ number: Int64, _ call: APICall) async throws -> JSONValue {
        guard let resource = try await call.services.postResource(number) else { throw APIProblem.notFound }
        return resource.json(call)
    }
}

extension SiteServices {
    /// Of any kind and status.
    func postResource(_ number: Int64) async throws -> PostResource? {
        try await read { tx, site in
            try tx.post(number: number, site: site.id).flatMap { try PostResource($0.id, in: tx) }
        }
    }
}

/// A post with what its JSON tells.
struct PostResource: Sendable {
    let full: FullPost
    let picture: Int64?
    let parent: Int64?
    /// The author's public number.
    let author: Int64?
    let likes: Int
    let event: PostEvent?
    let eventWords: String

    init?(_ id: Post.ID, in tx: any ReadTransaction) throws {
        guard let full = try tx.fullPost(id) else { return nil }
        self.full = full
        picture = try full.post.featuredImage.flatMap { try tx.post($0)?.number }
        parent = try full.post.parent.flatMap { try tx.post($0)?.number }
        author = try full.post.author.flatMap { try tx.account($0)?.number }
        likes = try tx.likes(of: id, newest: 0).count
        event = try tx.event(of: id)
        eventWords = try event.flatMap { event in try tx.site().map { Language(of: $0).words(event) } } ?? ""
    }

    func names(_ taxonomy: Term.Taxonomy) -> [String] {
        full.terms.filter { $0.taxonomy == taxonomy }.map(\.name)
    }

    func json(_ call: APICall) -> JSONValue {
        let (post, body) = (full.post, full.body)
        let person: JSONValue =
            full.author.flatMap { link in author.map { ["number": .integer($0), "name": .string(link.displayName)] } }
            ?? .null
        let url = full.path.isEmpty ? nil : call.services.location.absolute(full.path)
        // Who may not change a post is told what readers are.
        let mayEdit = call.writer.mayEdit(post)
        let isHidden = post.password != nil && !mayEdit
        func names(_ taxonomy: Term.Taxonomy) -> JSONValue { .array(self.names(taxonomy).map { .string($0) }) }
        return [
            "number": .integer(post.number), "kind": .string(post.kind.rawValue),
            "status": .string(post.status.rawValue), "title": .string(post.title), "slug": .string(post.slug),
            "url": JSONValue(url), "source": .string(isHidden ? "" : body.source),
            "source_format": .string(body.sourceFormat.rawValue),
            "html": .string(isHidden ? "" : body.pages.map(\.markup).joined(separator: "\n")),
            "excerpt": .string(isHidden ? "" : body.excerptSource), "author": person,
            "date": JSONValue(post.localDate?.iso8601),
            "published_at": JSONValue(post.publishedAt.map { $0.utc.iso8601 + "Z" }),
            "modified_at": .string(post.modifiedAt.utc.iso8601 + "Z"), "sticky": .bool(post.isSticky),
            "password": JSONValue(mayEdit ? post.password : nil), "comments_open": .bool(post.commentsOpen),
            "comment_count": .integer(Int64(post.commentCount)), "like_count": .integer(Int64(likes)),
            "categories": names(.category), "tags": names(.tag),
            "featured_picture": JSONValue(picture), "parent": JSONValue(parent),
            "event": event.flatMap { mayEdit || $0.isShown ? $0.json(words: eventWords) : nil } ?? .null,
            "cites": .array(isHidden ? [] : body.cited.map(JSONValue.string)),
            "version": .integer(Int64(post.version)),
        ]
    }
}

extension PostDraft {
    /// As a post stands.
    init(_ resource: PostResource) {
        let (post, body) = (resource.full.post, resource.full.body)
        let standing: Standing =
            switch post.status {
            case .draft, .trash: .draft
            case .pending: .pending
            case .private: .private
            case .published, .scheduled: .published(at: post.localDate)
            }
        self.init(
            title: post.title, source: body.source, excerpt: body.excerptSource, slug: post.slug, standing: standing,
            password: post.password, isSticky: post.isSticky, commentsOpen: post.commentsOpen,
            categories: resource.names(.category), tags: resource.names(.tag), featuredPicture: resource.picture,
            parent: resource.parent, event: resource.event)
    }

    /// What is not in it stays.
    ///
    /// - Throws: `APIProblem` for a date that is none.
    func changed(by body: JSONValue) throws -> PostDraft {
        let given = body.members ?? [:]
        var draft = self
        draft.title = given["title"]?.text ?? title
        draft.source = given["source"]?.text ?? source
        draft.excerpt = given["excerpt"]?.text ?? excerpt
        draft.slug = given["slug"]?.text ?? slug
        if let password = given["password"] { draft.password = password.text }
        draft.isSticky = given["sticky"]?.truth ?? isSticky
        draft.commentsOpen = given["comments_open"]?.truth ?? commentsOpen
        draft.categories = given["categories"]?.elements?.compactMap(\.text) ?? categories
        draft.tags = given["tags"]?.elements?.compactMap(\.text) ?? tags
        if let picture = given["featured_picture"] { draft.featuredPicture = picture.integer }
        if let parent = given["parent"] { draft.parent = parent.integer }
        if let given = given["event"] { draft.event = try PostEvent.given(by: given, formerly: event) }
        var date: LocalDateTime?
        if case .published(let known) = standing { date = known }
        if let given = given["date"] {
            date = try given.text.map { text in
                guard let reading = LocalDateTime(text) else {
                    throw APIProblem(
                        .unprocessableContent, "The date is none.",
                        faults: [.init("date", "Write it as 2012-02-25T09:30:00.")])
                }
                return reading
            }
        }
        switch given["status"]?.text {
        case "draft": draft.standing = .draft
        case "pending": draft.standing = .pending
        case "private": draft.standing = .private
        case "published": draft.standing = .published(at: date)
        default: if case .published = standing { draft.standing = .published(at: date) }
        }
        return draft
    }
}
