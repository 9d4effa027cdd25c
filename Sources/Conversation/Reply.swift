import Foundation
import Markup
package import Model

/// What a visitor says under a post, and no more than they may say.
package struct Reply: Hashable, Sendable {
    package var text: String
    package var name: String
    package var email: String
    package var url: String
    /// The public number of the response that it answers.
    package var parent: Int64?

    package init(text: String, name: String = "", email: String = "", url: String = "", parent: Int64? = nil) {
        self.text = text
        self.name = name
        self.email = email
        self.url = url
        self.parent = parent
    }

    /// What is wrong with it, in the order of the form's fields.
    ///
    /// - Parameter isSigned: whether somebody who is logged in sends it, who needs no name and no address.
    package func faults(
        _ discussion: Discussion, _ limits: ReplyLimits, isSigned: Bool = false
    ) -> [ReplyFault] {
        textFaults(limits) + nameFaults(discussion, isSigned: isSigned)
            + (isSigned && plainEmail.isEmpty ? [] : emailFaults(discussion)) + (address == nil ? [.urlUnclear] : [])
    }

    /// With what an identity says where nothing else was typed. Where it has an address, that counts.
    func signed(by identity: Identity) -> Reply {
        var reply = self
        if reply.plainName.isEmpty { reply.name = identity.name }
        if reply.url.isEmpty { reply.url = identity.website }
        if !identity.email.isEmpty { reply.email = identity.email }
        return reply
    }

    package func textFaults(_ limits: ReplyLimits) -> [ReplyFault] {
        let text = plainText
        if text.isEmpty { return [.textMissing] }
        return text.unicodeScalars.count > limits.textLength ? [.textTooLong(limit: limits.textLength)] : []
    }

    private func nameFaults(_ discussion: Discussion, isSigned: Bool) -> [ReplyFault] {
        if plainName.isEmpty { return !isSigned && discussion.email == .required ? [.nameMissing] : [] }
        return plainName.count > ReplyLimits.nameLength ? [.nameTooLong(limit: ReplyLimits.nameLength)] : []
    }

    private func emailFaults(_ discussion: Discussion) -> [ReplyFault] {
        if discussion.email == .never { return [] }
        if plainEmail.isEmpty { return discussion.email == .required ? [.emailMissing] : [] }
        return EmailAddress.isPlausible(plainEmail) ? [] : [.emailUnclear]
    }

    /// With line feeds, without controls, blanks at its ends, and what no text can hold.
    var plainText: String {
        if text.utf8.isPlain(keeping: [0x09, 0x0a]) { return text }
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return String(
            String.UnicodeScalarView(lines.unicodeScalars.filter { $0 == "\n" || $0 == "\t" || !$0.isControl })
        )
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    var plainName: String { Self.line(name) }

    var plainEmail: String { Self.line(email) }

    /// The website as an address; empty where none was given, nil where it is none. Without a scheme it counts as https.
    var address: String? {
        let typed = Self.line(url)
        if typed.isEmpty || typed == "https://" || typed == "http://" { return "" }
        let address = typed.contains("://") ? typed : "https://" + typed
        guard address.utf8.count <= ReplyLimits.urlBytes, !address.contains(" "),
            let parts = WebAddress(address), parts.host.contains("."),
            // `javascript:…` is no host with a port.
            parts.host.firstIndex(of: ":").map({ parts.host[$0...].dropFirst().allSatisfy(\.isNumber) }) ?? true
        else { return nil }
        return address
    }

    private static func line(_ text: String) -> String {
        if text.utf8.isPlain(keeping: []) { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isControl ? " " : $0 }))
            .trimmingCharacters(in: .whitespaces)
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { properties.generalCategory == .control }
}

extension String.UTF8View {
    /// Whether nothing in it has to be looked at more closely: no control but those that are kept, and a visible letter of
    /// ASCII at each end. Most of what people send is so.
    fileprivate func isPlain(keeping kept: Set<UInt8>) -> Bool {
        guard let first, let last, (0x21...0x7e).contains(first), (0x21...0x7e).contains(last) else { return isEmpty }
        var before: UInt8 = 0
        for byte in self {
            // C2 80 to C2 9F are controls too.
            if byte < 0x20 && !kept.contains(byte) || byte == 0x7f || before == 0xc2 && byte < 0xa0 { return false }
            before = byte
        }
        return true
    }
}
