package import HTTPTypes
import Hummingbird
package import Model

/// A call that programs may make: what it takes, what it gives, and what a token must be good for.
package struct APIRoute: Sendable {
    package let method: HTTPRequest.Method
    /// As OpenAPI writes it: `/posts/{number}`
    package let path: String
    package let summary: String
    package let scope: TokenScope
    /// The name of the schema of what is sent; nil for nothing.
    package var takes: String?
    /// Of what is answered; nil for no content.
    package var gives: String?
    /// Whether the answer is a list of those.
    package var isList = false
    package var succeeds = HTTPResponse.Status.ok
    package var parameters: [Parameter] = []
    let handle: @Sendable (APICall) async throws -> APIAnswer

    /// Of a query.
    package struct Parameter: Sendable {
        package let name: String
        package let kind: APISchema.Kind
        let note: String

        init(_ name: String, _ kind: APISchema.Kind, _ note: String) {
            self.name = name
            self.kind = kind
            self.note = note
        }
    }

    static let prefix = "/api/v1"

    /// Every one of them.
    package static let all: [APIRoute] =
        PostCalls.routes(.post, "/posts") + PostCalls.routes(.page, "/pages") + MediumCalls.routes + CommentCalls.routes
        + TermCalls.routes(.category, "/categories") + TermCalls.routes(.tag, "/tags") + SourceCalls.routes
        + SettingCalls.routes

    package static let schemas: [APISchema] =
        PostCalls.schemas + MediumCalls.schemas + CommentCalls.schemas + TermCalls.schemas + SourceCalls.schemas
        + SettingCalls.schemas
        + [APIProblem.schema, APIProblem.faultSchema]

    /// As Hummingbird writes it.
    var pattern: RouterPath { RouterPath(Self.prefix + path.replacing("{", with: ":").replacing("}", with: "")) }

    static func list(
        _ path: String, of schema: String, _ summary: String, _ parameters: [Parameter] = [],
        handle: @escaping @Sendable (APICall) async throws -> APIAnswer
    ) -> APIRoute {
        APIRoute(
            method: .get, path: path, summary: summary, scope: .read, gives: schema, isList: true,
            parameters: parameters + [
                Parameter("limit", .integer, "Items in an answer, 1 to 100; 20 if it is left out."),
                Parameter("cursor", .string, "What “next” of the answer before said."),
            ], handle: handle)
    }

    static func get(
        _ path: String, _ schema: String, _ summary: String,
        handle: @escaping @Sendable (APICall) async throws -> APIAnswer
    ) -> APIRoute {
        APIRoute(method: .get, path: path, summary: summary, scope: .read, gives: schema, handle: handle)
    }

    static func make(
        _ path: String, _ schema: String, from taken: String, _ scope: TokenScope, _ summary: String,
        handle: @escaping @Sendable (APICall) async throws -> APIAnswer
    ) -> APIRoute {
        APIRoute(
            method: .post, path: path, summary: summary, scope: scope, takes: taken, gives: schema, succeeds: .created,
            handle: handle)
    }

    static func change(
        _ path: String, _ schema: String, by taken: String, _ scope: TokenScope, _ summary: String,
        handle: @escaping @Sendable (APICall) async throws -> APIAnswer
    ) -> APIRoute {
        APIRoute(
            method: .patch, path: path, summary: summary, scope: scope, takes: taken, gives: schema, handle: handle)
    }

    static func delete(
        _ path: String, _ scope: TokenScope, _ summary: String, _ parameters: [Parameter] = [],
        handle: @escaping @Sendable (APICall) async throws -> APIAnswer
    ) -> APIRoute {
        APIRoute(
            method: .delete, path: path, summary: summary, scope: scope, succeeds: .noContent, parameters: parameters,
            handle: handle)
    }
}
