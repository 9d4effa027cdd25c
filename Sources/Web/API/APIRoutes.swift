import Accounts
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Model
import NIOCore
import Secrets
import Store

/// The interface for programs, `/api/v1`. No cookie opens it, so no page of another site can use it.
func apiRoutes(_ services: SiteServices, on router: Router<WebContext>) {
    router.get("api/v1/openapi.json") { _, _ in
        APIResponse.response(.ok, APIDocument.json(url: services.location.url))
    }
    for route in APIRoute.all {
        let serve = ServeAPI(services: services, route: route)
        router.on(route.pattern, method: route.method, use: serve.serve)
    }
}

/// Around each call: who calls, whether they may, what they send, and how the answer is written.
struct ServeAPI: Sendable {
    let services: SiteServices
    let route: APIRoute

    @Sendable func serve(_ request: Request, _ context: WebContext) async throws -> Response {
        do {
            return try await answer(request, context)
        } catch {
            guard let problem = APIProblem(error) else {
                // The log has the cause; the caller hears that it was not their fault.
                context.logger.error(
                    "a call failed", metadata: ["path": "\(request.uri.path)", "error": "\(String(reflecting: error))"])
                return APIResponse.response(APIProblem(.internalServerError, "Something went wrong here."))
            }
            return APIResponse.response(problem)
        }
    }

    private func answer(_ request: Request, _ context: WebContext) async throws -> Response {
        let now = services.now()
        let account = try await caller(request, now: now)
        var body = JSONValue.null
        var sent: [UInt8] = []
        if let taken = route.takes, taken != APIDocument.bytes {
            sent = try await bytes(of: request)
            body = try parse(sent, as: taken)
        }
        let call = APICall(
            request: request, context: context, services: services, account: account, now: now, body: body)
        guard let key = request.headers[.idempotencyKey], route.method == .post, route.takes != APIDocument.bytes else {
            return APIResponse.response(try await route.handle(call), to: request)
        }
        let once = CallOnce(
            services.database, account: account.id, key: key,
            digest: SecretToken.digest(of: "\(request.uri.path) \(String(decoding: sent, as: UTF8.self))"))
        switch try await once.begin(now: now) {
        case .known(let status, let location, let body):
            return APIResponse.response(HTTPResponse.Status(code: status), Array(body.utf8), location: location)
        case .other: throw APIProblem(.unprocessableContent, "This Idempotency-Key was used for another call.")
        case .underWay: throw APIProblem(.conflict, "A call with this Idempotency-Key is under way, or was cut off.")
        case .new: break
        }
        do {
            let answer = try await route.handle(call)
            let bytes = answer.json?.bytes ?? []
            try await once.end(
                status: answer.status.code, location: answer.location, body: String(decoding: bytes, as: UTF8.self))
            return APIResponse.response(answer, to: request)
        } catch {
            // Nothing was done, so the key may be used once more.
            try await once.forget()
            throw error
        }
    }

    private func caller(_ request: Request, now: Instant) async throws -> Account {
        let header = request.headers[.authorization] ?? ""
        guard header.lowercased().hasPrefix("bearer "), let token = SecretToken(String(header.dropFirst(7))),
            let found = try await services.programTokens.account(by: token, now: now)
        else { throw APIProblem(.unauthorized, "Send “Authorization: Bearer” with a token of this site.") }
        guard found.scopes.contains(route.scope) else {
            throw APIProblem(.forbidden, "This token is not good for \(route.scope.rawValue).")
        }
        return found.account
    }

    private func bytes(of request: Request) async throws -> [UInt8] {
        let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased() ?? ""
        guard type == "application/json" || type == "application/merge-patch+json" else {
            throw APIProblem(.unsupportedMediaType, "Send application/json.")
        }
        return Array(buffer: try await request.body.collect(upTo: services.programBytes))
    }

    private func parse(_ sent: [UInt8], as name: String) throws -> JSONValue {
        guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(sent)) else {
            throw APIProblem(.badRequest, "The body is no JSON.")
        }
        let faults = APIRoute.schemas.first { $0.name == name }?.faults(of: value, among: APIRoute.schemas) ?? []
        guard faults.isEmpty else { throw APIProblem(.unprocessableContent, "Some fields are wrong.", faults: faults) }
        return value
    }
}

/// How answers are written.
enum APIResponse {
    static func response(_ answer: APIAnswer, to request: Request) -> Response {
        guard let json = answer.json else {
            return Response(status: answer.status, headers: [.cacheControl: "no-store"])
        }
        let tag = json.entityTag
        if request.method == .get, request.headers[.ifNoneMatch]?.contains(tag) == true {
            return Response(status: .notModified, headers: [.eTag: tag, .cacheControl: "private, no-cache"])
        }
        return response(answer.status, json.bytes, location: answer.location)
    }

    static func response(_ status: HTTPResponse.Status, _ json: JSONValue) -> Response { response(status, json.bytes) }

    static func response(_ status: HTTPResponse.Status, _ bytes: [UInt8], location: String? = nil) -> Response {
        var response = Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "private, no-cache"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers[.eTag] = JSONValue.tag(of: bytes)
        response.headers[.location] = location
        return response
    }

    static func response(_ problem: APIProblem) -> Response {
        var response = Response(
            status: problem.status, headers: [.contentType: "application/problem+json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: problem.json.bytes)))
        if problem.status == .unauthorized { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}

extension HTTPField.Name {
    fileprivate static let idempotencyKey = Self("Idempotency-Key")!
}
