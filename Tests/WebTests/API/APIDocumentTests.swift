import Foundation
import HTTPTypes
import Model
import SiteSupport
import Testing

@testable import Web

@Suite("The document of the interface for programs")
struct APIDocumentTests {
    private static let document = APIDocument.json(url: "https://days.example")

    @Test("it names every route, and every schema that it refers to is in it")
    func whole() throws {
        let paths = try #require(Self.document["paths"].members)
        for route in APIRoute.all {
            let operation = paths[route.path]?[route.method.rawValue.lowercased()]
            #expect(operation?["summary"].text == route.summary, "\(route.method) \(route.path)")
        }
        #expect(paths.values.compactMap(\.members?.count).reduce(0, +) == APIRoute.all.count)
        let ids = paths.values.flatMap { $0.members?.values.compactMap { $0["operationId"].text } ?? [] }
        #expect(Set(ids).count == ids.count)
        let schemas = try #require(Self.document["components"]["schemas"].members)
        for name in Self.references(in: Self.document) { #expect(schemas[name] != nil, "\(name)") }
        #expect(Self.document["openapi"] == "3.1.0")
    }

    @Test("the server gives it to anybody, and answers at every route that it names")
    func served() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let answer = try await site.get("/api/v1/openapi.json")
            #expect(
                answer.status == 200
                    && answer.json["servers"].elements?.first?["url"].text == "\(TestSite.address)/api/v1")
            for route in APIRoute.all {
                let path = "/api/v1" + route.path.replacing("{number}", with: "1")
                let refused = try await SiteClient.connect(port: site.port) {
                    try await $0.request(route.method.rawValue, path, [], body: "")
                }
                #expect(refused.status == 401, "\(route.method) \(path)")
            }
        }
    }

    @Test("what is answered is what it says: every reading route, and what is made")
    func answers() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let program = try await Program(site)
            func check(_ value: JSONValue, _ schema: String, _ what: String) throws {
                let schema = try #require(APIRoute.schemas.first { $0.name == schema })
                let faults = schema.faults(of: value, among: APIRoute.schemas)
                #expect(faults.isEmpty, "\(what): \(faults)")
            }
            _ = try await program.send("POST", "/sources", #"{"csl": {"id": "a:b", "type": "book", "title": "A"}}"#)
            for route in APIRoute.all where route.method == .get {
                let isComments = route.path.hasPrefix("/comments")
                let list = route.path.replacing("/{number}", with: "").replacing("/{key}", with: "")
                let items = try await program.send("GET", list + (isComments ? "?status=approved" : "")).json
                guard let gives = route.gives else { continue }
                if route.isList {
                    #expect(items["next"] == .null || items["next"].text != nil)
                    for item in items["items"].elements ?? [] { try check(item, gives, list) }
                } else if let number = items["items"].elements?.first?["number"].integer {
                    try check(await program.send("GET", "\(list)/\(number)").json, gives, route.path)
                } else if let key = items["items"].elements?.first?["key"].text {
                    try check(await program.send("GET", "\(list)/\(key)").json, gives, route.path)
                } else if list == "/settings" {
                    try check(items, gives, list)
                }
            }
            try check(await program.send("POST", "/posts", #"{"title": "A"}"#).json, "Post", "making a post")
            try check(await program.send("POST", "/tags", #"{"name": "A"}"#).json, "Term", "making a tag")
            try check(await program.send("POST", "/posts", "{").json, "Problem", "a problem")
        }
    }

    private static func references(in value: JSONValue) -> Set<String> {
        switch value {
        case .object(let members):
            var found = Set(members.values.flatMap { references(in: $0) })
            if let reference = members["$ref"]?.text {
                found.insert(String(reference.dropFirst("#/components/schemas/".count)))
            }
            return found
        case .array(let elements): return Set(elements.flatMap { references(in: $0) })
        default: return []
        }
    }
}
