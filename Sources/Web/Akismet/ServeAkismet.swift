import Conversation
import Foundation
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Spam

/// `/1.1/`: this server's filter for other sites, in the protocol that they speak already.
struct ServeAkismet: Sendable {
    let services: SiteServices

    private static let thanks = "Thanks for making the web a better place."

    @Sendable func verify(_ request: Request, _ context: WebContext) async throws -> Response {
        let call = try await call(request, context)
        guard try await judge.isKnown(call.key) else { return invalid("This key was not made here.") }
        if let name = call.missing("blog") { return invalid("Empty \"\(name)\" value") }
        return answer("valid")
    }

    @Sendable func check(_ request: Request, _ context: WebContext) async throws -> Response {
        let call = try await call(request, context)
        guard try await judge.isKnown(call.key) else { return invalid("This key was not made here.") }
        if let name = call.missing("blog", "user_ip") { return invalid("Empty \"\(name)\" value") }
        if let fixed = call.fixedAnswer { return verdict(fixed) }
        let now = services.now()
        guard let found = try await judge.judge(call.evidence(now: now), by: call.key, isTrial: call.isTrial, now: now)
        else { return invalid("This key was not made here.") }
        return verdict(found.isTakenForSpam, isCertain: found.kind == .discard)
    }

    @Sendable func submitSpam(_ request: Request, _ context: WebContext) async throws -> Response {
        try await submit(request, context, isSpam: true)
    }

    @Sendable func submitHam(_ request: Request, _ context: WebContext) async throws -> Response {
        try await submit(request, context, isSpam: false)
    }

    private func submit(_ request: Request, _ context: WebContext, isSpam: Bool) async throws -> Response {
        let call = try await call(request, context)
        guard try await judge.isKnown(call.key) else { return invalid("This key was not made here.") }
        if let name = call.missing("blog") { return invalid("Empty \"\(name)\" value") }
        if call.isTrial || call.fixedAnswer != nil { return answer(Self.thanks) }
        let now = services.now()
        _ = try await judge.teach(
            call.evidence(now: now), isSpam: isSpam, said: call.said, by: call.key, now: now)
        return answer(Self.thanks)
    }

    private var judge: JudgeElsewhere { JudgeElsewhere(services.database, filters: services.filters) }

    private func call(_ request: Request, _ context: WebContext) async throws -> AkismetCall {
        AkismetCall(
            try await FormFields(ofProgram: request, limit: services.bodyBytes),
            host: SiteLocation(url: "http://" + (request.head.authority ?? "")).host)
    }

    private func verdict(_ isSpam: Bool, isCertain: Bool = false) -> Response {
        var fields: [String: String] = ["X-akismet-guid": UUID().uuidString.lowercased().filter { $0 != "-" }]
        if isSpam, isCertain { fields["X-akismet-pro-tip"] = "discard" }
        return answer(isSpam ? "true" : "false", fields)
    }

    private func invalid(_ help: String) -> Response { answer("invalid", ["X-akismet-debug-help": help]) }

    /// Clients compare the whole body, so nothing stands behind it.
    private func answer(_ body: String, _ fields: [String: String] = [:]) -> Response {
        var headers: HTTPFields = [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"]
        for (name, value) in fields {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
    }
}
