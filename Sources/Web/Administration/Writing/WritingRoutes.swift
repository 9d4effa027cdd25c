import HTTPTypes
import Hummingbird
import Model
import Publishing
import Themes

extension AdminRoute {
    /// A post of the largest size, each letter of which a form may write with nine characters.
    private static let textBytes = 32 << 20

    /// Posts, pages and files.
    static func writing(_ services: SiteServices) -> [AdminRoute] {
        posts(.post, "admin/posts", .write, services) + posts(.page, "admin/pages", .editOthers, services)
            + media(services) + [
                post("admin/preview", .write) { request, context, staff in
                    let fields = try await FormFields(request, context, services, limit: textBytes)
                    return try await services.respond(to: staff, path: "/admin/posts/") { _ in
                        try await AnswerEditor(database: services.database, now: services.now).preview(fields)
                    }
                }
            ]
    }

    private static func posts(
        _ kind: Post.Kind, _ folder: String, _ permission: Permission, _ services: SiteServices
    ) -> [AdminRoute] {
        let (database, now) = (services.database, services.now)
        let path = AdminAddress(kind).list.text
        let editor = EditPost(database: database, now: now)
        let change = ChangePosts(database: database, trashDays: services.trashDays, now: now)
        let script = AnswerEditor(database: database, now: now)
        let revisions = ReviewRevisions(database: database, now: now)
        let conversion = ReviewConversion(database: database, now: now)
        let share = SharePost(database: database, location: services.location, now: now)
        func look(
            _ rest: String,
            _ work: @escaping @Sendable (FormFields, Int64, Writer) async throws -> WritingAnswer
        ) -> AdminRoute {
            get(folder + rest, permission) { request, context, staff in
                let number = rest.hasPrefix("/:number") ? try context.number : 0
                let query = FormFields(query: request.uri.query)
                return try await services.respond(to: staff, path: path) { try await work(query, number, $0) }
            }
        }
        func take(
            _ rest: String,
            _ work: @escaping @Sendable (FormFields, Int64, Writer) async throws -> WritingAnswer
        ) -> AdminRoute {
            post(folder + rest, permission) { request, context, staff in
                let number = rest.hasPrefix("/:number") ? try context.number : 0
                let fields = try await FormFields(request, context, services, limit: textBytes)
                return try await services.respond(to: staff, path: path) { try await work(fields, number, $0) }
            }
        }
        return [
            look("") { try await ListPosts(database: database).show($0, kind: kind, by: $2) },
            take("") { try await change.take($0, kind: kind, by: $2) },
            look("/new") { try await editor.show(nil, kind: kind, by: $2) },
            take("/new") { try await editor.take($0, nil, kind: kind, by: $2) },
            look("/:number") {
                try await editor.show($1, kind: kind, takesTyped: $0.has("typed"), isSaved: $0.has("saved"), by: $2)
            },
            take("/:number") { try await editor.take($0, $1, kind: kind, by: $2) },
            take("/:number/autosave") { try await script.keep($0, $1, kind: kind, by: $2) },
            look("/:number/revisions") { try await revisions.show($0, $1, kind: kind, by: $2) },
            take("/:number/revisions") { try await revisions.restore($0, $1, kind: kind, by: $2) },
            look("/:number/markdown") { try await conversion.show($1, kind: kind, by: $2) },
            take("/:number/markdown") { try await conversion.take($0, $1, kind: kind, by: $2) },
            take("/:number/share") { try await share.take($0, $1, kind: kind, by: $2) },
            take("/:number/trash") {
                try await change.perform($0.first("action") == "restore" ? .restore : .trash, $1, by: $2)
                return .seeOther(AdminAddress(kind).list)
            },
        ]
    }

    private static func media(_ services: SiteServices) -> [AdminRoute] {
        let (database, now, library) = (services.database, services.now, services.library)
        let list = ListMedia(database: database, byteLimit: library.byteLimit)
        let upload = TakeUpload(database: database, library: library, now: now)
        let change = ChangeMedium(database: database, files: library.files, now: now)
        let path = "/admin/media/"
        return [
            get("admin/media", .write) { request, _, staff in
                let query = FormFields(query: request.uri.query)
                return try await services.respond(to: staff, path: path) { try await list.show(query, by: $0) }
            },
            post("admin/media", .upload) { request, _, staff in
                try await services.respond(to: staff, path: path) { writer in
                    try await upload.take(
                        request.body, contentType: request.headers[.contentType] ?? "",
                        tellsScript: request.headers[.accept] == "application/json", by: writer)
                }
            },
            get("admin/media/:number", .write) { _, context, staff in
                let number = try context.number
                return try await services.respond(to: staff, path: path) { try await list.show(number, by: $0) }
            },
            post("admin/media/:number", .upload) { request, context, staff in
                let number = try context.number
                let type = request.headers[.contentType] ?? ""
                if type.hasPrefix("multipart/") {
                    return try await services.respond(to: staff, path: path) { writer in
                        try await upload.take(
                            request.body, contentType: type, replacing: number, tellsScript: false, by: writer)
                    }
                }
                let fields = try await FormFields(request, context, services, limit: textBytes)
                return try await services.respond(to: staff, path: path) {
                    try await change.take(fields, number, by: $0)
                }
            },
        ]
    }
}

extension WebContext {
    /// The number that an address names.
    var number: Int64 {
        get throws {
            guard let number = parameters.get("number", as: Int64.self) else {
                throw Refusal(.notFound, "There is no page at this address.")
            }
            return number
        }
    }
}
