import Foundation
package import Model

/// A message as it goes over the wire (RFC 5322 and 2045): ASCII alone, lines ended by CR LF and shorter than 78
/// characters. Whatever stands in its parts cannot begin another header.
package struct MailText: Sendable {
    package let text: String

    /// - Parameters:
    ///   - from: the sender's address.
    ///   - host: after the @ of the message's id.
    package init(_ mail: Mail, from: String, host: String, at now: Instant) {
        let id = "\(Self.token(mail.key)).\(now.milliseconds)"
        var lines = [
            "Date: \(now.rfc822)",
            "From: \(Self.words(mail.fromName))\(mail.fromName.isEmpty ? "" : "\r\n ")<\(Self.address(from))>",
            "To: <\(Self.address(mail.to))>",
            "Subject: \(Self.words(mail.subject))",
            "Message-ID: <\(id)@\(Self.token(host))>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
        ]
        if let url = mail.unsubscribe {
            lines.append("List-Unsubscribe: <\(Self.address(url))>")
            lines.append("List-Unsubscribe-Post: List-Unsubscribe=One-Click")
        }
        if let html = mail.html {
            // Quoted-printable writes no line that begins with “--” and holds an equals sign unescaped.
            let boundary = "=_\(id)"
            lines.append("Content-Type: multipart/alternative; boundary=\"\(boundary)\"")
            lines.append("")
            for (type, part) in [("plain", mail.text), ("html", html)] {
                lines += ["--\(boundary)"] + Self.part(type, part)
            }
            lines += ["--\(boundary)--", ""]
        } else {
            lines += Self.part("plain", mail.text)
        }
        text = lines.joined(separator: "\r\n")
    }

    private static func part(_ type: String, _ text: String) -> [String] {
        [
            "Content-Type: text/\(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
            quotedPrintable(text), "",
        ]
    }

    /// RFC 2045, 6.7.
    static func quotedPrintable(_ text: String) -> String {
        var lines: [String] = []
        for line in text.replacing("\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            let bytes = Array(line.utf8)
            var written = ""
            for (index, byte) in bytes.enumerated() {
                let isLast = index == bytes.count - 1
                let piece: String
                switch byte {
                case 0x3D: piece = "=3D"
                case 0x20 where !isLast, 0x21...0x7E: piece = String(UnicodeScalar(byte))
                default: piece = "=" + hex(byte)
                }
                // A line takes 76 characters, the mark that it goes on included.
                if written.utf8.count + piece.utf8.count > 75 {
                    lines.append(written + "=")
                    written = ""
                }
                // A lone dot, or “From ”, at the head of a line is taken for something else by some programs.
                written += written.isEmpty && (byte == 0x2E || byte == 0x46) ? "=" + hex(byte) : piece
            }
            lines.append(written)
        }
        return lines.joined(separator: "\r\n")
    }

    /// Text of a header: as it is where it is plain, else in encoded words (RFC 2047) of at most 75 characters.
    static func words(_ text: String) -> String {
        let line = text.split(whereSeparator: { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 } })
            .joined(separator: " ")
        let isPlain =
            line.utf8.count <= 60
            && line.utf8.allSatisfy { byte in
                switch byte {
                case 0x20, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x21, 0x2B, 0x2F: true
                default: false
                }
            }
        if isPlain { return line }
        var words: [String] = []
        var piece = ""
        func close() {
            if !piece.isEmpty { words.append("=?utf-8?B?\(Data(piece.utf8).base64EncodedString())?=") }
            piece = ""
        }
        for scalar in line.unicodeScalars {
            // Characters are never cut; 39 bytes make 52 characters, and with “Subject: ” a line of 73.
            if piece.utf8.count + String(scalar).utf8.count > 39 { close() }
            piece.unicodeScalars.append(scalar)
        }
        close()
        return words.joined(separator: "\r\n ")
    }

    /// Without what could end it, or the line.
    private static func address(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F && $0 != "<" && $0 != ">" })
    }

    private static func token(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") ? $0 : "-" })
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0" + digits : digits
    }
}
