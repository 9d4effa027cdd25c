import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Model
import Secrets
import Store
import Themes
import WebAuthn

/// `/admin/profile/passkeys/`: one's own passkeys, and giving the password up.
struct ChangePasskeysPage: Sendable {
    let services: SiteServices

    static let address = "/admin/profile/passkeys/"

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ChangePasskeysPage(services: services)
        return [
            .get("admin/profile/passkeys", .enter, page.show),
            .post("admin/profile/passkeys", .enter, page.take),
            .post("admin/profile/passkeys/question", .enter, page.ask),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(staff, notice: .saved(request))
    }

    /// The password is asked for here; the answer needs none, since it comes to this question alone.
    @Sendable func ask(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        do {
            try await services.confirm(fields.first("present"), staff)
        } catch let fault as SignIn.Fault {
            return try Response(json: ["fault": .string(fault.whyNotConfirmed)], status: .unprocessableContent)
        }
        let title = try await services.site().title
        let known = try await services.passkeys.keys(of: staff.account.id)
        return try await services.ask(for: .joining(staff.account.id), request, context) { question in
            [
                "challenge": .string(question.challenge),
                "rp": ["id": .string(question.host), "name": .string(title)],
                "user": [
                    "id": .string(services.passkeys.handle(of: staff.account.id)),
                    "name": .string(staff.account.email), "displayName": .string(staff.account.displayName),
                ],
                "pubKeyCredParams": .array(
                    CredentialKey.Algorithm.allCases.map { ["type": "public-key", "alg": .integer($0.rawValue)] }),
                "excludeCredentials": .array(known.map { ["type": "public-key", "id": .string($0.credential)] }),
                "authenticatorSelection": [
                    "residentKey": "required", "requireResidentKey": true, "userVerification": "required",
                ],
                "attestation": "none", "timeout": .integer(Passkeys.seconds * 1000),
            ]
        }
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        do {
            if fields.has("clientData") {
                let name = fields.first("name")
                try await services.passkeys.add(
                    Passkeys.Answer(fields),
                    named: name.isEmpty ? AgentWords.text(request.headers[.userAgent] ?? "") : name, to: staff.account,
                    browser: LoginCookies.browser.token(in: request), now: staff.now)
                return .saved(Self.address)
            }
            try await services.confirm(fields.first("present"), staff)
            if let id = Int64(fields.first("remove")) {
                try await services.passkeys.remove(StoredPasskey.ID(id), of: staff.account, now: staff.now)
            } else if fields.has("forget") {
                try await services.passkeys.forgetPassword(of: staff.account, now: staff.now)
            } else {
                return try await page(staff, fault: "A passkey can only be added where scripts run.")
            }
            return .saved(Self.address)
        } catch let fault as Passkeys.Fault {
            return try await page(staff, fault: fault.sentence)
        } catch let fault as SignIn.Fault {
            return try await page(staff, fault: fault.whyNotConfirmed)
        }
    }

    private func page(_ staff: Staff, fault: String? = nil, notice: AdminNotice? = nil) async throws -> Response {
        let keys = try await services.passkeys.keys(of: staff.account.id)
        let clock = AdminClock(try await services.site())
        let hasPassword = try await services.signIn.hasPassword(staff.account.id)
        let isPossible = services.passkeys.isPossible
        var fields: [FormField] = []
        if isPossible {
            fields.append(
                FormField("name", "A name for the new one", hint: "Empty names it after this browser."))
        }
        if hasPassword, isPossible || !keys.isEmpty { fields.append(.presentPassword(fault: nil)) }
        let view = PasskeysPage(
            action: SafeURL(path: Self.address),
            rows: keys.map { key in
                let used = key.usedAt.map { "last used \(clock.text($0))" } ?? "not used yet"
                return PasskeyRow(
                    id: String(key.id.rawValue), name: key.name, history: "Since \(clock.text(key.createdAt)), \(used)."
                )
            }, fields: fields,
            obstacle: isPossible
                ? nil
                : "Browsers make passkeys for names alone, and only over https: this site is reached at \(services.location.url).",
            forgetsPassword: hasPassword && !keys.isEmpty, fault: fault)
        return try await services.admin(
            view, title: "Passkeys", for: staff, path: ChangeProfilePage.address, notice: notice,
            status: fault == nil ? .ok : .unprocessableContent)
    }
}
