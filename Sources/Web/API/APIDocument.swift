import HTTPTypes
package import Model

/// What the interface is, for programs and who writes them: OpenAPI 3.1, made of the routes and schemas that are served.
package enum APIDocument {
    /// Stands for a body that is no JSON: the bytes of a file.
    static let bytes = "bytes"

    package static func json(url: String) -> JSONValue {
        var paths: [String: JSONValue] = [:]
        for route in APIRoute.all {
            var methods = paths[route.path]?.members ?? [:]
            methods[route.method.rawValue.lowercased()] = operation(route)
            paths[route.path] = .object(methods)
        }
        let schemas = APIRoute.schemas.map { ($0.name, $0.json) }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Thaw", "version": "1",
                "description":
                    "Posts, pages, files, responses, categories, tags and settings of one site. A token is made in the administration, under Tokens.",
            ],
            "servers": [["url": .string(url + APIRoute.prefix)]],
            "security": [["token": []]],
            "paths": .object(paths),
            "components": [
                "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
                "schemas": .object(Dictionary(uniqueKeysWithValues: schemas)),
            ],
        ]
    }

    private static func operation(_ route: APIRoute) -> JSONValue {
        var operation: [String: JSONValue] = [
            "summary": .string(route.summary), "operationId": .string(name(of: route)),
            "description": .string("Needs a token with the scope \(route.scope.rawValue)."),
            "responses": .object(responses(of: route)),
        ]
        let parameters = parameters(of: route)
        if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
        if let taken = route.takes {
            operation["requestBody"] = [
                "required": true,
                "content": taken == bytes
                    ? ["application/octet-stream": [:]]
                    : ["application/json": ["schema": .object(APISchema.Kind.reference(taken).json)]],
            ]
        }
        return .object(operation)
    }

    private static func parameters(of route: APIRoute) -> [JSONValue] {
        var parameters: [JSONValue] = []
        if route.path.contains("{key}") {
            parameters.append(["name": "key", "in": "path", "required": true, "schema": ["type": "string"]])
        }
        if route.path.contains("{number}") {
            parameters.append(["name": "number", "in": "path", "required": true, "schema": ["type": "integer"]])
        }
        parameters += route.parameters.map { parameter in
            [
                "name": .string(parameter.name), "in": "query", "description": .string(parameter.note),
                "schema": .object(parameter.kind.json),
            ]
        }
        func header(_ name: String, _ note: String) -> JSONValue {
            ["name": .string(name), "in": "header", "description": .string(note), "schema": ["type": "string"]]
        }
        switch route.method {
        case .post:
            parameters.append(
                header("Idempotency-Key", "The same key is one call, for a day: again, it gives the first answer."))
        case .patch, .delete:
            parameters.append(header("If-Match", "The ETag of what is changed; 412 where it is another by now."))
        default: parameters.append(header("If-None-Match", "An ETag; 304 where nothing has changed."))
        }
        return parameters
    }

    private static func responses(of route: APIRoute) -> [String: JSONValue] {
        var responses: [String: JSONValue] = [:]
        var success: [String: JSONValue] = ["description": .string(route.succeeds.reasonPhrase)]
        if let given = route.gives {
            let reference = APISchema.Kind.reference(given).json
            let schema: JSONValue =
                route.isList
                ? [
                    "type": "object", "required": ["items", "next"],
                    "properties": [
                        "items": ["type": "array", "items": .object(reference)], "next": ["type": ["string", "null"]],
                    ],
                ] : .object(reference)
            success["content"] = ["application/json": ["schema": schema]]
        }
        responses[String(route.succeeds.code)] = .object(success)
        responses["default"] = [
            "description": "It was not done; the body says why.",
            "content": [
                "application/problem+json": [
                    "schema": .object(APISchema.Kind.reference(APIProblem.schema.name).json)
                ]
            ],
        ]
        return responses
    }

    /// `get_posts_number`
    private static func name(of route: APIRoute) -> String {
        let words = route.path.split(separator: "/").map { $0.filter { $0.isLetter } }
        return ([route.method.rawValue.lowercased()] + words).joined(separator: "_")
    }
}
