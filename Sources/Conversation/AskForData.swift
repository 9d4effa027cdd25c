package import Database
import Foundation
import Language
import Mailing
package import Model
package import Secrets
import Store

/// Mails a link to an address, by which whoever reads its mail sees what is kept under it.
package struct AskForData: Sendable {
    private static let seconds: Int64 = 3600

    private let database: any Database
    private let signature: Signature
    private let base: String

    /// - Parameters:
    ///   - secret: the bytes of `secret.key`.
    ///   - base: where the site is reached, without a slash at its end.
    package init(_ database: any Database, secret: [UInt8], base: String) {
        self.database = database
        signature = Signature(secret: secret, purpose: "own data")
        self.base = base
    }

    /// - Parameter browser: in which alone the link works.
    package func mailLink(to email: String, browser: SecretToken, now: Instant) async throws {
        let ends = now.adding(seconds: Self.seconds).milliseconds
        let name = Data(email.utf8).hexadecimal
        let said = "\(name).\(ends)"
        let token = "\(said).\(signature.text(of: "\(said).\(browser.digest)"))"
        let link = "\(base)/privacy/comments/mine/\(token)/"
        try await database.write { tx in
            guard let site = try tx.site() else { return }
            let messages = Language(of: site).messages.privacy
            let mail = Mail(
                key: "data-\(browser.digest.prefix(16))-\(ends)", to: email, fromName: site.title,
                subject: messages.mailSubject(site.title), saying: messages.mailText(site.title), link: link,
                called: messages.mine)
            try tx.enqueue(mail, site: site.id, at: now)
        }
    }

    /// Whose link it is; nil for one that is late, made up, or another browser's.
    package func address(_ token: String, browser: SecretToken, now: Instant) -> String? {
        let parts = token.split(separator: ".").map(String.init)
        guard parts.count == 3, signature.isRight(parts[2], for: "\(parts[0]).\(parts[1]).\(browser.digest)"),
            let ends = Int64(parts[1]), now.milliseconds < ends, let bytes = [UInt8](hexadecimal: parts[0])
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [UInt8] {
    fileprivate init?(hexadecimal text: String) {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        self = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...(index + 1)], as: UTF8.self), radix: 16) else {
                return nil
            }
            append(byte)
        }
    }
}
