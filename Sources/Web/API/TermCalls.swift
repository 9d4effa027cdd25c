import Database
import HTTPTypes
import Model
import Publishing
import Store

/// Categories and tags over `/api/v1`.
enum TermCalls {
    static let schemas: [APISchema] = [
        APISchema(
            "Term",
            [
                .init("number", .integer), .init("name", .string), .init("slug", .string),
                .init("description", .string),
                .init("parent", .integer, "The number of the category above.", isNullable: true),
                .init("posts", .integer, "Published ones that name it."),
            ]),
        draft, draft.optional("TermChange"),
    ]

    private static let draft = APISchema(
        "TermDraft",
        [
            .init("name", .string), .init("slug", .string, "Empty: made of the name.", isRequired: false),
            .init("description", .string, isRequired: false),
            .init("parent", .integer, isRequired: false, isNullable: true),
        ])

    static func routes(_ taxonomy: Term.Taxonomy, _ path: String) -> [APIRoute] {
        let (one, many) = taxonomy == .category ? ("category", "categories") : ("tag", "tags")
        return [
            .list(path, of: "Term", "Lists \(many), in the order of their numbers.") { try await list($0, taxonomy) },
            .make(path, "Term", from: "TermDraft", .terms, "Makes a \(one).") { call in
                try call.require(.arrange)
                let term = try await SaveTerm(call.services.database, actor: call.actor)
                    .add(draft(nil, call.body), to: taxonomy, now: call.now)
                return .made(
                    try await read(term.number, call, taxonomy), at: "\(APIRoute.prefix)\(path)/\(term.number)")
            },
            .get("\(path)/{number}", "Term", "Reads a \(one).") {
                APIAnswer(json: try await read($0.number, $0, taxonomy))
            },
            .change("\(path)/{number}", "Term", by: "TermChange", .terms, "Changes what is given of a \(one).") {
                call in
                try call.require(.arrange)
                let current = try await read(call.number, call, taxonomy)
                try call.requireMatch(current)
                try await SaveTerm(call.services.database, actor: call.actor)
                    .change(call.number, of: taxonomy, to: draft(current, call.body), now: call.now)
                return APIAnswer(json: try await read(call.number, call, taxonomy))
            },
            .delete(
                "\(path)/{number}", .terms, "Takes a \(one) away.",
                [.init("into", .integer, "The number of the \(one) that takes its place.")]
            ) { call in
                try call.require(.arrange)
                try call.requireMatch(try await read(call.number, call, taxonomy))
                try await RemoveTerm(call.services.database, actor: call.actor)
                    .remove(call.number, of: taxonomy, for: call.query("into").flatMap { Int64($0) }, now: call.now)
                return .gone
            },
        ]
    }

    private static func list(_ call: APICall, _ taxonomy: Term.Taxonomy) async throws -> APIAnswer {
        let limit = try call.limit
        let after = try call.cursor.flatMap { Int64($0) } ?? 0
        let all = try await call.services.read { tx, site in try tx.terms(of: taxonomy, site: site.id) }
        let rest = all.filter { $0.term.number > after }.sorted { $0.term.number < $1.term.number }
        let shown = rest.prefix(limit)
        return .list(
            shown.map { json($0, all) }, next: rest.count > limit ? shown.last.map { String($0.term.number) } : nil)
    }

    private static func read(_ number: Int64, _ call: APICall, _ taxonomy: Term.Taxonomy) async throws -> JSONValue {
        let all = try await call.services.read { tx, site in try tx.terms(of: taxonomy, site: site.id) }
        guard let counted = all.first(where: { $0.term.number == number }) else { throw APIProblem.notFound }
        return json(counted, all)
    }

    private static func draft(_ current: JSONValue?, _ body: JSONValue) -> SaveTerm.Draft {
        func text(_ name: String) -> String { body[name].text ?? current?[name].text ?? "" }
        let parent = body.members?["parent"] ?? current?["parent"] ?? .null
        return SaveTerm.Draft(
            name: text("name"), slug: text("slug"), description: text("description"), parent: parent.integer)
    }

    private static func json(_ counted: CountedTerm, _ all: [CountedTerm]) -> JSONValue {
        let term = counted.term
        return [
            "number": .integer(term.number), "name": .string(term.name), "slug": .string(term.slug),
            "description": .string(term.description),
            "parent": JSONValue(term.parent.flatMap { id in all.first { $0.term.id == id }?.term.number }),
            "posts": .integer(Int64(counted.posts)),
        ]
    }
}
