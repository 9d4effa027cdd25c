import Crypto
import Foundation

/// Keeps texts that nobody may read who has the database alone: AES-GCM with a key made of the data folder's.
package struct Seal: Sendable {
    private let key: SymmetricKey

    /// - Parameters:
    ///   - secret: the bytes of `secret.key`.
    ///   - purpose: what is sealed: the seal of one purpose does not open another's.
    package init(secret: [UInt8], purpose: String) {
        key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: secret), info: Data(purpose.utf8), outputByteCount: 32)
    }

    /// Base64, another one at each call.
    package func close(_ text: String) throws -> String {
        guard let sealed = try AES.GCM.seal(Data(text.utf8), using: key).combined else { throw Fault() }
        return sealed.base64EncodedString()
    }

    /// Nil for what was sealed with another key, or changed since.
    package func open(_ sealed: String) -> String? {
        guard let data = Data(base64Encoded: sealed), let box = try? AES.GCM.SealedBox(combined: data),
            let text = try? AES.GCM.open(box, using: key)
        else { return nil }
        return String(decoding: text, as: UTF8.self)
    }

    private struct Fault: Error {}
}
