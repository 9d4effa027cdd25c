import Accounts
import Administration
import Foundation
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Secrets
import Themes
import WebAuthn

/// Signing in with a passkey: `POST /admin/sign-in/passkey/question/`, and then the answer to `/admin/sign-in/passkey/`.
struct TakePasskey: Sendable {
    let services: SiteServices

    @Sendable func ask(_ request: Request, _ context: WebContext) async throws -> Response {
        try await services.ask(for: .signingIn, request, context) { question in
            [
                "challenge": .string(question.challenge), "rpId": .string(question.host),
                "userVerification": "required", "timeout": .integer(Passkeys.seconds * 1000),
            ]
        }
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let target = AdminPath(fields.first("to"))
        let now = services.now()
        do {
            let account = try await services.passkeys.account(
                Passkeys.Answer(fields), browser: LoginCookies.browser.token(in: request), now: now)
            let token = try await services.signIn.begin(
                passkeyOf: account, from: services.signInVisitor(request, context), now: now)
            return services.signedIn(token, to: target.text)
        } catch let fault as Passkeys.Fault {
            var page = SignInPage(target: target.text, fault: fault.sentence)
            page.takesPasskeys = true
            return try await services.admin(page, title: "Sign in", status: .forbidden)
        }
    }
}

extension SiteServices {
    /// What a script hands to the browser, in JSON.
    func ask(
        for purpose: LogIn.Purpose, _ request: Request, _ context: WebContext,
        _ options: (Passkeys.Question) -> JSONValue
    ) async throws -> Response {
        do {
            let question = try await passkeys.ask(
                for: purpose, browser: LoginCookies.browser.token(in: request),
                network: signInVisitor(request, context).network, now: now())
            var response = try Response(json: options(question))
            response.setCookie(
                LoginCookies.browser.set(
                    question.browser.text, seconds: LoginCookies.browserSeconds, isSecure: location.isSecure))
            return response
        } catch let fault as Passkeys.Fault {
            return try Response(json: ["fault": .string(fault.sentence)], status: .tooManyRequests)
        }
    }
}

extension Response {
    /// For a script of the administration. Nobody keeps it.
    init(json: JSONValue, status: HTTPResponse.Status = .ok) throws {
        self.init(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(json))))
    }
}

extension Passkeys.Answer {
    init(_ fields: FormFields) {
        func data(_ name: String) -> Data { Data(base64URL: fields.first(name)) ?? Data() }
        self.init(
            clientData: data("clientData"), authenticatorData: data("authenticatorData"),
            signature: data("signature"), credential: data("credential"))
    }
}

extension Passkeys.Fault {
    var sentence: String {
        switch self {
        case .tooManyTries: "Too many tries. Try again in ten minutes."
        case .unknown: "Nobody of this site signs in with this passkey. Its owner adds it under Profile."
        case .refused(.challenge): "That took too long, or was done already. Try once more."
        case .refused(.origin), .refused(.site):
            "This passkey was asked for under another address than this site’s own."
        case .refused(.verification): "The device did not ask who you are, by finger, face or number."
        case .refused(.counter): "This passkey was used elsewhere since: there may be a copy of it. Remove it."
        case .refused(.key): "This passkey is known already, or of a kind that is not taken."
        case .refused: "The device’s answer was not right."
        case .lastWay: "This is your last way in. Set a password first, or add another passkey."
        }
    }
}
