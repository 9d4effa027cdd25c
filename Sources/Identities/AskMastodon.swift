import Foundation
import Model
import Outbound

extension AskProvider {
    /// A Mastodon server with its addresses: by its document where it has one (4.3 and newer), else where they always were.
    package func mastodon(_ server: NamedServer) async throws(LoginFault) -> IdentityProvider {
        var provider = IdentityProvider.mastodon
        provider.issuer = server.origin
        provider.authorize = server.origin + "/oauth/authorize"
        provider.token = server.origin + "/oauth/token"
        provider.profile = server.origin + "/api/v1/accounts/verify_credentials"
        let answer = try await ask(AskRequest(server.origin + "/.well-known/oauth-authorization-server"))
        if answer.status == 200, let metadata = try? ProviderMetadata(answer) {
            let issuer = metadata.value["issuer"].text ?? ""
            guard issuer == server.origin || issuer == server.origin + "/" else {
                throw .unreachable("\(server.origin) calls itself \(issuer)")
            }
            provider = try metadata.completed(provider)
            provider.traits.namesItself = false
            let scopes = metadata.value["scopes_supported"].elements?.compactMap(\.text) ?? []
            provider.scopes = scopes.contains("profile") ? ["profile"] : ["read:accounts"]
        } else {
            provider.scopes = ["read:accounts"]
        }
        return provider
    }

    /// Makes this site known to a Mastodon server.
    package func register(
        at server: NamedServer, for provider: IdentityProvider, name: String, website: String, redirect: String
    ) async throws(LoginFault) -> ProviderClient {
        let form = formEncoded([
            ("client_name", name), ("redirect_uris", redirect), ("scopes", provider.scopes.joined(separator: " ")),
            ("website", website),
        ])
        let answer = try await ask(
            AskRequest(server.origin + "/api/v1/apps", form: form, headers: ["Accept: application/json"]))
        guard answer.status == 200, let value = answer.json,
            let id = value["client_id"].text, let secret = value["client_secret"].text
        else { throw .unreachable("\(server.host) is no Mastodon server, or takes no new sites (\(answer.status))") }
        return ProviderClient(id: id, secret: secret)
    }
}
