package import Model
import Secrets

/// Something that a person of the site may do to a response by a link in their mail.
package struct MailedDeed: Hashable, Sendable {
    package let account: Account.ID
    /// The response's public number.
    package let comment: Int64
    package let status: Comment.Status
    package let ends: Instant

    package init(account: Account.ID, comment: Int64, status: Comment.Status, ends: Instant) {
        self.account = account
        self.comment = comment
        self.status = status
        self.ends = ends
    }

    /// A link in a mail is good for so long.
    package static let seconds: Int64 = 30 * 86_400
}

/// Writes deeds into links, and reads them back: whoever has the mail may do what it offers, until the link ends.
package struct MailedDeeds: Sendable {
    private let signature: Signature

    /// - Parameter secret: the bytes of `secret.key`.
    package init(secret: [UInt8]) { signature = Signature(secret: secret, purpose: "mailed deed") }

    /// Letters, digits, hyphens and dots.
    package func text(of deed: MailedDeed) -> String {
        let said = "\(deed.account.rawValue).\(deed.comment).\(deed.status.rawValue).\(deed.ends.milliseconds)"
        return "\(said).\(signature.text(of: said))"
    }

    /// Nil for what was not written here, and for what has ended.
    package func deed(_ text: String, at now: Instant) -> MailedDeed? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5, signature.isRight(parts[4], for: parts[..<4].joined(separator: ".")),
            let account = Int64(parts[0]), let comment = Int64(parts[1]),
            let status = Comment.Status(rawValue: parts[2]), let ends = Int64(parts[3]),
            Instant(milliseconds: ends) > now
        else { return nil }
        return MailedDeed(
            account: Account.ID(account), comment: comment, status: status, ends: Instant(milliseconds: ends))
    }
}
