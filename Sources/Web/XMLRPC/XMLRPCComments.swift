import Conversation
import Database
import Exchange
import Model
import Publishing
import Store

/// `wp.*` for responses, for who judges them.
enum XMLRPCComments {
    static let methods: [String: XMLRPCMethod] = [
        "wp.getComment": .signedIn { request in try await value(of: request.number(0), request) },
        "wp.getComments": .signedIn { request in
            try request.require(.moderate)
            let filter = request.parameter(0) ?? [:]
            let number = filter.page(of: 10).number
            let wanted = filter["status"]?.text.flatMap { status(wordPress: $0) }
            let post = filter["post_id"]?.integer ?? 0
            let statuses = wanted.map { [$0] } ?? [.approved, .held]
            let rows = try await request.services.read { tx, site in
                let all = try statuses.flatMap {
                    try tx.judgedComments(CommentFilter(status: $0), site: site.id, limit: 1_000)
                }
                if post == 0 { return all }
                let id = try tx.post(number: post, site: site.id)?.id
                return all.filter { $0.comment.post == id }
            }
            var values: [XMLRPCValue] = []
            for row in rows.sorted(by: { $0.comment.id > $1.comment.id }).prefix(number) {
                values.append(try await value(row, request))
            }
            return .array(values)
        },
        "wp.getCommentCount": .signedIn { request in
            try request.require(.moderate)
            let states = try await request.services.read { tx, site in try tx.commentStates(site: site.id) }
            func count(_ status: Comment.Status) -> XMLRPCValue { .int(Int64(states[status] ?? 0)) }
            return [
                "approved": count(.approved), "awaiting_moderation": count(.held), "spam": count(.spam),
                "trash": count(.trash), "total_comments": .int(Int64(states.values.reduce(0, +))),
            ]
        },
        "wp.getCommentStatusList": .signedIn { _ in
            ["hold": "Unapproved", "approve": "Approved", "spam": "Spam"]
        },
        "wp.newComment": .signedIn { request in
            let content = request.parameter(1) ?? [:]
            guard let parent = content["comment_parent"]?.integer, parent > 0 else {
                throw XMLRPCFault(403, "Here, a program answers a response: comment_parent is missing.")
            }
            try request.require(.moderate)
            let number = try await AnswerComment(request.services.database, limits: request.services.replyLimits)
                .answer(parent, with: content["content"]?.text ?? "", by: request.account, now: request.now)
            return .int(number)
        },
        "wp.editComment": .signedIn { request in
            try request.require(.moderate)
            let number = try request.number(0)
            let content = request.parameter(1) ?? [:]
            let judged = try await read(number, request)
            if let text = content["content"]?.text {
                let reply = Reply(
                    text: text, name: content["author"]?.text ?? judged.comment.authorName,
                    email: content["author_email"]?.text ?? judged.email,
                    url: content["author_url"]?.text ?? judged.comment.authorURL)
                try await EditComment(
                    request.services.database, limits: request.services.replyLimits, actor: request.writer.actor
                ).edit(number, to: reply, now: request.now)
            }
            if let status = content["status"]?.text.flatMap({ status(wordPress: $0) }) {
                _ = try await ModerateComments(request.services.database, actor: request.writer.actor)
                    .set(status, of: [number], now: request.now)
            }
            return true
        },
        "wp.deleteComment": .signedIn { request in
            try request.require(.moderate)
            _ = try await read(request.number(0), request)
            _ = try await ModerateComments(request.services.database, actor: request.writer.actor)
                .set(.trash, of: [request.number(0)], now: request.now)
            return true
        },
    ]

    private static func status(wordPress name: String) -> Comment.Status? {
        switch name {
        case "approve": .approved
        case "hold": .held
        case "spam": .spam
        case "trash": .trash
        default: nil
        }
    }

    private static func name(of status: Comment.Status) -> String {
        switch status {
        case .approved: "approve"
        case .held: "hold"
        case .spam: "spam"
        case .trash, .postTrashed: "trash"
        }
    }

    private static func read(_ number: Int64, _ request: XMLRPCRequest) async throws -> JudgedComment {
        try request.require(.moderate)
        let judged = try await request.services.read { tx, site in
            try tx.judgedComment(number: number, site: site.id)
        }
        guard let judged else { throw XMLRPCFault.noSuchComment }
        return judged
    }

    private static func value(of number: Int64, _ request: XMLRPCRequest) async throws -> XMLRPCValue {
        try await value(read(number, request), request)
    }

    private static func value(_ judged: JudgedComment, _ request: XMLRPCRequest) async throws -> XMLRPCValue {
        let comment = judged.comment
        let (post, parent, source) = try await request.services.read { tx, site in
            (
                try tx.post(comment.post)?.number ?? 0,
                try comment.parent.flatMap { try tx.comments([$0]).first?.number } ?? 0,
                try tx.storedComment(comment.id)?.source ?? ""
            )
        }
        let path = judged.postPath ?? "/"
        return [
            "comment_id": .string(String(comment.number)), "post_id": .string(String(post)),
            "parent": .string(String(parent)), "date_created_gmt": .date(comment.createdAt.utc),
            "status": .string(name(of: comment.status)), "content": .string(source),
            "link": .string(request.services.location.absolute("\(path)#comment-\(comment.number)")),
            "post_title": .string(judged.postTitle), "author": .string(comment.authorName),
            "author_url": .string(comment.authorURL), "author_email": .string(judged.email),
            "author_ip": .string(judged.address), "user_id": "0",
            "type": .string(comment.kind == .comment ? "" : comment.kind.rawValue),
        ]
    }
}
