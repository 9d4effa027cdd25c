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

    @Sendable func verify(_ request: Request, _ context: WebContext) async throws -> Response {
        try await answer(request, requiring: ["blog"]) { _, _ in answer("valid") }
    }

    @Sendable func check(_ request: Request, _ context: WebContext) async throws -> Response {
        try await answer(request, requiring: ["blog", "user_ip"]) { call, asked in
            if let fixed = call.fixedAnswer { return verdict(fixed) }
            let now = services.now()
            let found = try await judge.judge(call.evidence(now: now), by: asked, isTrial: call.isTrial, now: now)
            return verdict(found.isTakenForSpam, isCertain: found.kind == .discard)
        }
    }

    @Sendable func submitSpam(_ request: Request, _ context: WebContext) async throws -> Response {
        try await submit(request, isSpam: true)
    }

    @Sendable func submitHam(_ request: Request, _ context: WebContext) async throws -> Response {
        try await submit(request, isSpam: false)
    }

    private func submit(_ request: Request, isSpam: Bool) async throws -> Response {
        try await answer(request, requiring: ["blog"]) { call, asked in
            if !call.isTrial, call.fixedAnswer == nil {
                let now = services.now()
                try await judge.teach(
                    call.evidence(now: now), isSpam: isSpam, said: call.said, by: asked, now: now)
            }
            return answer(AkismetProtocol.thanks)
        }
    }

    private var judge: JudgeElsewhere { JudgeElsewhere(services.database, filters: services.filters) }

    /// Answers a call with a key of this server's and what has to be in it.
    private func answer(
        _ request: Request, requiring names: [String],
        _ body: (AkismetCall, JudgeElsewhere.Asked) async throws -> Response
    ) async throws -> Response {
        let call = AkismetCall(
            try await FormFields(ofProgram: request, limit: services.bodyBytes),
            host: SiteLocation(url: "http://" + (request.head.authority ?? "")).host)
        guard let asked = try await judge.filter(of: call.key) else { return invalid("This key was not made here.") }
        if let name = call.missing(names) { return invalid("Empty \"\(name)\" value") }
        return try await body(call, asked)
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
