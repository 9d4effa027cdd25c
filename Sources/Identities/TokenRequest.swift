import Foundation
import Model
package import Outbound

extension LoginAttempt {
    /// The question that redeems a code (RFC 6749, section 4.1.3).
    package func redemption(of code: String) -> AskRequest {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
        ]
        if provider.traits.usesPKCE { fields.append(("code_verifier", verifier)) }
        var headers = ["Accept: application/json"]
        switch provider.traits.authentication {
        case .basic:
            // Both halves are form-encoded first (section 2.3.1).
            let pair = "\(client.id.percentEncodedSegment):\(client.secret.percentEncodedSegment)"
            headers.append("Authorization: Basic \(Data(pair.utf8).base64EncodedString())")
        case .post: fields += [("client_id", client.id), ("client_secret", client.secret)]
        case .none: fields.append(("client_id", client.id))
        }
        // A profile alone is redeemed where it was asked for (IndieAuth, section 5.3.1).
        let address = provider.kind == .indieAuth ? provider.authorize : provider.token
        return AskRequest(address, form: formEncoded(fields), headers: headers)
    }
}

/// What came of redeeming a code.
struct TokenAnswer: Sendable {
    let value: JSONValue

    /// - Throws: `LoginFault`, also for an error that comes with status 200, as GitHub's do.
    init(_ answer: AskAnswer) throws(LoginFault) {
        let value = answer.json
        if let error = value?["error"], error != .null {
            // Facebook has an object with a message.
            let name = error.text ?? error["message"].text ?? "error"
            throw .provider(value?["error_description"].text.map { "\(name): \($0)" } ?? name)
        }
        guard (200..<300).contains(answer.status), let value else {
            throw .unreachable("\(answer.url) was answered with \(answer.status)")
        }
        self.value = value
    }

    var accessToken: String? { value["access_token"].text }

    var idToken: String? { value["id_token"].text }
}
