import Foundation
import Model
import Outbound

/// What a server says of itself, in the document of OpenID Connect Discovery or RFC 8414.
struct ProviderMetadata: Sendable {
    let value: JSONValue

    init(_ answer: AskAnswer) throws(LoginFault) {
        guard answer.status == 200, let value = answer.json,
            value.members != nil
        else { throw .unreachable("\(answer.url) is no document of a provider (\(answer.status))") }
        self.value = value
    }

    /// The provider with the addresses of this document.
    func completed(_ provider: IdentityProvider) throws(LoginFault) -> IdentityProvider {
        var provider = provider
        guard let authorize = value["authorization_endpoint"].text, authorize.isWebAddress,
            let token = value["token_endpoint"].text, token.isWebAddress
        else { throw .unreachable("\(provider.issuer) does not say where to log in") }
        provider.authorize = authorize
        provider.token = token
        provider.traits.namesItself = value["authorization_response_iss_parameter_supported"].truth ?? false
        return provider
    }

    /// OpenID Connect: the issuer has to be the one that was asked, letter by letter.
    func completedOpenID(_ provider: IdentityProvider) throws(LoginFault) -> IdentityProvider {
        guard value["issuer"].text == provider.issuer else {
            throw .unreachable("\(provider.issuer) calls itself \(value["issuer"].text ?? "nothing")")
        }
        var provider = try completed(provider)
        provider.profile = value["userinfo_endpoint"].text ?? ""
        provider.keys = value["jwks_uri"].text ?? ""
        let methods = value["token_endpoint_auth_methods_supported"].elements?.compactMap(\.text) ?? []
        if !methods.isEmpty, !methods.contains("client_secret_post"), methods.contains("client_secret_basic") {
            provider.traits.authentication = .basic
        }
        return provider
    }
}

extension IdentityProvider {
    /// Where OpenID Connect keeps a provider's document (Discovery, section 4).
    var discoveryAddress: String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }
}
