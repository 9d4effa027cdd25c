import Citations
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store

/// The sources of a site over `/api/v1`.
enum SourceCalls {
    static let schemas: [APISchema] = [
        APISchema(
            "Source",
            [
                .init("key", .string, "What texts cite it by."),
                .init("csl", .object, "An item of CSL-JSON; its id is the key."),
                .init("cited_in", .array(.integer), "The numbers of the posts and pages that cite it."),
            ]),
        APISchema("SourceDraft", [.init("csl", .object, "An item of CSL-JSON; its id is the key.")]),
    ]

    static let routes: [APIRoute] = [
        .list(
            "/sources", of: "Source", "Lists the sources, in the order of their keys.",
            [.init("words", .string, "Words that names, titles or the key have.")]
        ) { try await list($0) },
        .make("/sources", "Source", from: "SourceDraft", .posts, "Adds a source.") { call in
            let reference = try reference(call.body)
            try await SaveSource(call.services.database).add(reference, by: call.writer, now: call.now)
            let path = "\(APIRoute.prefix)/sources/\(reference.key.percentEncodedSegment)"
            return .made(try await read(reference.key, call), at: path)
        },
        .get("/sources/{key}", "Source", "Reads a source.") { APIAnswer(json: try await read(key(of: $0), $0)) },
        .change("/sources/{key}", "Source", by: "SourceDraft", .posts, "Puts another item in a source's place.") {
            call in
            let key = try key(of: call)
            try call.requireMatch(try await read(key, call))
            let reference = try reference(call.body)
            try await SaveSource(call.services.database).change(key, to: reference, by: call.writer, now: call.now)
            return APIAnswer(json: try await read(reference.key, call))
        },
        .delete(
            "/sources/{key}", .posts, "Takes a source away.",
            [.init("even_cited", .boolean, "Also one that posts cite.")]
        ) { call in
            let key = try key(of: call)
            try call.requireMatch(try await read(key, call))
            try await RemoveSource(call.services.database)
                .remove(key, evenCited: call.query("even_cited") == "true", by: call.writer, now: call.now)
            return .gone
        },
    ]

    private static func list(_ call: APICall) async throws -> APIAnswer {
        let (limit, after, words) = (try call.limit, try call.cursor ?? "", call.query("words") ?? "")
        let (shown, posts, isMore) = try await call.services.read { tx, site in
            let found = try tx.sources(SourceSelection(words: words), site: site.id)
                .filter { $0.key > after }.sorted { $0.key < $1.key }
            let shown = Array(found.prefix(limit))
            return (shown, try tx.posts(citing: shown.map(\.key), site: site.id), found.count > limit)
        }
        return .list(shown.map { json($0, posts[$0.key, default: []], call) }, next: isMore ? shown.last?.key : nil)
    }

    private static func read(_ key: String, _ call: APICall) async throws -> JSONValue {
        let found = try await call.services.read { tx, site in
            try tx.source(key, site: site.id).map { ($0, try tx.posts(citing: [key], site: site.id)[key, default: []]) }
        }
        guard let (source, posts) = found else { throw APIProblem.notFound }
        return json(source, posts, call)
    }

    /// Drafts of others are nobody's to know of.
    private static func json(_ source: StoredSource, _ posts: [CitingPost], _ call: APICall) -> JSONValue {
        let writer = call.writer
        let seen = posts.filter {
            $0.status == .published || writer.may(.editOthers) || $0.author != nil && $0.author == writer.account
        }
        return [
            "key": .string(source.key), "csl": Reference(source)?.cslItem ?? [:],
            "cited_in": .array(seen.map { .integer($0.number) }),
        ]
    }

    private static func key(of call: APICall) throws -> String {
        guard let key = call.context.parameters.get("key")?.removingPercentEncoding else { throw APIProblem.notFound }
        return key
    }

    private static func reference(_ body: JSONValue) throws -> Reference {
        let reading = try CSLJSON.read(body["csl"].bytes)
        if let fault = reading.faults.first {
            throw APIProblem(
                .unprocessableContent, "This is no item of CSL-JSON.", faults: [.init("csl", fault.description)])
        }
        guard let reference = reading.references.first else { throw SourceFault.notAKey("") }
        return reference
    }
}
