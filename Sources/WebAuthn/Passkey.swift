import Crypto
package import Foundation

/// What is known of somebody's key (Web Authentication Level 3, 7). What an authenticator says of its maker is not asked
/// for and not looked at: whoever proves to have the key may come in.
package struct Passkey: Hashable, Sendable {
    package var id: [UInt8]
    package var key: CredentialKey
    /// How often it was used; 0 for keys that live on several devices.
    package var counter: UInt32

    package init(id: [UInt8], key: CredentialKey, counter: UInt32) {
        self.id = id
        self.key = key
        self.counter = counter
    }

    /// A new one.
    ///
    /// - Parameters:
    ///   - clientData: `response.clientDataJSON` of the browser.
    ///   - attestation: `response.attestationObject`.
    /// - Throws: `WebAuthnFault`
    package init(clientData: Data, attestation: Data, for asked: Ceremony) throws(WebAuthnFault) {
        try ClientData.check(clientData, type: "webauthn.create", asked)
        var rest = ArraySlice(attestation)
        guard let object = try? CBOR(&rest), let bytes = object[.text("authData")]?.bytes else { throw .form }
        let data = try AuthenticatorData(Data(bytes), site: asked.site)
        guard let credential = data.credential else { throw .form }
        self.init(id: credential.id, key: try CredentialKey(credential.key), counter: data.counter)
    }

    /// Checks that whoever answers has the key.
    ///
    /// - Returns: the counter, to be kept.
    /// - Throws: `WebAuthnFault`
    package func check(
        clientData: Data, authenticatorData: Data, signature: Data, for asked: Ceremony
    ) throws(WebAuthnFault) -> UInt32 {
        try ClientData.check(clientData, type: "webauthn.get", asked)
        let data = try AuthenticatorData(authenticatorData, site: asked.site)
        guard key.isRight(signature, for: authenticatorData + Data(SHA256.hash(data: clientData))) else {
            throw .signature
        }
        guard data.counter > counter || (data.counter == 0 && counter == 0) else { throw .counter }
        return data.counter
    }
}
