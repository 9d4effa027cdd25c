import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Model
import Secrets
import Store
import Themes

/// `/admin/tokens/`: tokens for programs that act in one's own name.
struct ReviewTokens: Sendable {
    let services: SiteServices

    static let address = "/admin/tokens/"

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ReviewTokens(services: services)
        return [
            .get("admin/tokens", .enter, page.show), .post("admin/tokens", .enter, page.take),
            .post("admin/tokens/revoke", .enter, page.revoke),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let name = fields.line("name", missing: "Say which program it is for.")
        let scopes = TokenScope.allCases.filter { fields.isTicked($0.rawValue) }
        if scopes.isEmpty { fields.note("Choose what it is good for.", at: TokenScope.read.rawValue) }
        guard fields.isRight else {
            return try await page(staff, name: fields.raw("name"), scopes: Set(scopes), faults: fields.faults)
        }
        let token = try await services.programTokens.make(name, scopes: Set(scopes), for: staff.account, now: staff.now)
        return try await page(staff, token: token.text)
    }

    @Sendable func revoke(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        if let id = Int64(fields.first("revoke")) {
            try await services.programTokens.revoke(id, of: staff.account, now: staff.now)
        }
        return .saved(Self.address)
    }

    private func page(
        _ staff: Staff, name: String = "", scopes: Set<TokenScope> = [.read], token: String? = nil,
        faults: [String: String] = [:], notice: AdminNotice? = nil
    ) async throws -> Response {
        let clock = AdminClock(try await services.site())
        let tokens = try await services.programTokens.tokens(of: staff.account.id)
        let view = TokensPage(
            action: SafeURL(path: Self.address), revokeAction: SafeURL(path: Self.address + "revoke/"),
            rows: tokens.map { token in
                TokenRow(
                    id: String(token.id), name: token.name,
                    scopes: token.scopes.map(\.rawValue).sorted().joined(separator: ", "),
                    used: token.seenAt.map(clock.text) ?? "never")
            }, token: token,
            fields: [
                FormField("name", "The program", value: name, isRequired: true, fault: faults["name"])
            ]
                + TokenScope.allCases.map { scope in
                    FormField(
                        scope.rawValue, scope.words, kind: .tick(isOn: scopes.contains(scope)),
                        fault: faults[scope.rawValue])
                })
        return try await services.admin(
            view, title: "Tokens", for: staff, path: Self.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}

extension TokenScope {
    fileprivate var words: String {
        switch self {
        case .read: "read: what you may see"
        case .posts: "posts: write posts and pages"
        case .media: "media: send and change files"
        case .comments: "comments: judge and answer responses"
        case .terms: "terms: change categories and tags"
        case .settings: "settings: change the site’s settings"
        case .xmlRPC:
            "xml-rpc: the password of a desktop editor; it may do all that you may with posts, files and responses"
        }
    }
}
