import Conversation
import Database
import HTTPTypes
import Model
import Store

/// Responses over `/api/v1`, for who judges them.
enum CommentCalls {
    private static let statuses = Comment.Status.allCases.map(\.rawValue)

    static let schemas: [APISchema] = [
        APISchema(
            "Comment",
            [
                .init("number", .integer), .init("status", .choice(statuses)),
                .init("kind", .choice(Comment.Kind.allCases.map(\.rawValue))),
                .init("post", .integer, "The number of the post."), .init("author", .string), .init("email", .string),
                .init("website", .string), .init("html", .string), .init("created_at", .string, "In UTC."),
                .init("reasons", .array(.string), "Why it came in in its state."),
            ]),
        APISchema(
            "CommentChange",
            [
                .init("status", .choice(statuses), isRequired: false),
                .init("text", .string, "Markdown; what it said before is kept.", isRequired: false),
            ]),
        APISchema("Answer", [.init("text", .string, "Markdown.")]),
    ]

    static let routes: [APIRoute] = [
        .list(
            "/comments", of: "Comment", "Lists responses of one state, the newest first.",
            [
                .init("status", .choice(statuses), "held, if it is left out."),
                .init("words", .string, "Of name, address, network."),
            ],
            handle: list),
        .get("/comments/{number}", "Comment", "Reads a response.") { APIAnswer(json: try await read($0)) },
        .change(
            "/comments/{number}", "Comment", by: "CommentChange", .comments, "Judges a response, or changes its text.",
            handle: change),
        .make(
            "/comments/{number}/answers", "Comment", from: "Answer", .comments, "Answers a response.", handle: answer),
        .delete("/comments/{number}", .comments, "Puts a response into the trash.") { call in
            try call.requireMatch(try await read(call))
            _ = try await ModerateComments(call.services.database, actor: call.actor)
                .set(.trash, of: [call.number], now: call.now)
            return .gone
        },
    ]

    private static func list(_ call: APICall) async throws -> APIAnswer {
        try call.require(.moderate)
        let limit = try call.limit
        guard let status = Comment.Status(rawValue: call.query("status") ?? Comment.Status.held.rawValue) else {
            throw APIProblem(.badRequest, "status is unknown.")
        }
        let below = try call.cursor.flatMap { Int64($0) }.map { Comment.ID($0) }
        let filter = CommentFilter(status: status, words: call.query("words") ?? "")
        let (rows, posts) = try await call.services.read { tx, site in
            let rows = try tx.judgedComments(filter, site: site.id, below: below, limit: limit + 1)
            return (rows, try numbers(of: rows, in: tx))
        }
        let shown = rows.prefix(limit)
        let next = rows.count > limit ? shown.last.map { String($0.comment.id.rawValue) } : nil
        return .list(shown.map { json($0, posts) }, next: next)
    }

    private static func read(_ call: APICall) async throws -> JSONValue { try await read(call.number, call) }

    private static func read(_ number: Int64, _ call: APICall) async throws -> JSONValue {
        try call.require(.moderate)
        let found = try await call.services.read { tx, site -> (JudgedComment, [Post.ID: Int64])? in
            guard let judged = try tx.judgedComment(number: number, site: site.id) else { return nil }
            return (judged, try numbers(of: [judged], in: tx))
        }
        guard let found else { throw APIProblem.notFound }
        return json(found.0, found.1)
    }

    private static func change(_ call: APICall) async throws -> APIAnswer {
        let current = try await read(call)
        try call.requireMatch(current)
        if let text = call.body["text"].text {
            let reply = Reply(
                text: text, name: current["author"].text ?? "", email: current["email"].text ?? "",
                url: current["website"].text ?? "")
            try await EditComment(call.services.database, limits: call.services.replyLimits, actor: call.actor)
                .edit(call.number, to: reply, now: call.now)
        }
        if let status = call.body["status"].text.flatMap(Comment.Status.init(rawValue:)) {
            _ = try await ModerateComments(call.services.database, actor: call.actor)
                .set(status, of: [call.number], now: call.now)
        }
        return APIAnswer(json: try await read(call))
    }

    private static func answer(_ call: APICall) async throws -> APIAnswer {
        _ = try await read(call)
        let number = try await AnswerComment(call.services.database, limits: call.services.replyLimits)
            .answer(call.number, with: call.body["text"].text ?? "", by: call.account, now: call.now)
        return .made(try await read(number, call), at: "\(APIRoute.prefix)/comments/\(number)")
    }

    private static func numbers(of rows: [JudgedComment], in tx: any ReadTransaction) throws -> [Post.ID: Int64] {
        Dictionary(
            try Set(rows.map(\.comment.post)).compactMap { id in try tx.post(id).map { (id, $0.number) } },
            uniquingKeysWith: { first, _ in first })
    }

    private static func json(_ judged: JudgedComment, _ posts: [Post.ID: Int64]) -> JSONValue {
        let comment = judged.comment
        return [
            "number": .integer(comment.number), "status": .string(comment.status.rawValue),
            "kind": .string(comment.kind.rawValue), "post": .integer(posts[comment.post] ?? 0),
            "author": .string(comment.authorName), "email": .string(judged.email),
            "website": .string(comment.authorURL), "html": .string(comment.html.markup),
            "created_at": .string(comment.createdAt.utc.iso8601 + "Z"),
            "reasons": .array(judged.reasons.split(separator: "\n").map { .string(String($0)) }),
        ]
    }
}
