import Foundation
import Mailing
import Model
import Testing

@Suite("Messages as they go over the wire")
struct MailTextTests {
    private static let now = Instant(milliseconds: 1_775_649_600_000)

    private static func text(_ change: (inout Mail) -> Void = { _ in }) -> String {
        var mail = Mail(
            key: "a b/ü", to: "ann@example.org", fromName: "Days Gone By", subject: "Hello", text: "Words.\n")
        change(&mail)
        return MailText(mail, from: "site@days.example", host: "days.example", at: now).text
    }

    @Test("a plain message is what RFC 5322 asks for")
    func plain() {
        #expect(
            Self.text() == """
                Date: Wed, 08 Apr 2026 12:00:00 +0000\r
                From: Days Gone By\r
                 <site@days.example>\r
                To: <ann@example.org>\r
                Subject: Hello\r
                Message-ID: <a-b--.1775649600000@days.example>\r
                Auto-Submitted: auto-generated\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: quoted-printable\r
                \r
                Words.\r
                \r

                """)
    }

    @Test("no part of a message can begin another header, or another message")
    func injection() {
        let text = Self.text {
            $0.to = "ann@example.org>\r\nBcc: <eve@example.org"
            $0.fromName = "Ann\r\nBcc: eve@example.org"
            $0.subject = "Hello\r\n\r\nBody\u{0}"
            $0.unsubscribe = "https://x.example/>\r\nX: y"
            $0.text = ".\r\n.\r\nFrom here\n--=_boundary--\n"
        }
        let head = text.components(separatedBy: "\r\n\r\n")[0]
        for line in head.replacing("\r\n ", with: " ").components(separatedBy: "\r\n") {
            let name = line.prefix { $0 != ":" }
            #expect(!["Bcc", "X"].contains(String(name)), "\(line)")
        }
        #expect(!text.components(separatedBy: "\r\n").contains(".") && !text.contains("\r\nFrom here"))
    }

    @Test("every line is ASCII and of at most 78 characters, whatever is said")
    func lines() {
        var generator = SystemRandomNumberGenerator()
        let alphabet = Array("aB =?.\n\t“ü中🙂\u{202e}F")
        for _ in 0..<300 {
            let words = String(
                (0..<Int.random(in: 0...400, using: &generator)).map { _ in alphabet.randomElement() ?? "a" })
            let text = Self.text {
                $0.subject = words
                $0.fromName = String(words.prefix(50))
                $0.text = words
                $0.html = "<p>\(words)</p>"
                $0.unsubscribe = "https://days.example/x"
            }
            for line in text.components(separatedBy: "\r\n") {
                #expect(line.utf8.count <= 78 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(line)")
            }
            #expect(!text.replacing("\r\n", with: "").contains("\n"))
        }
    }
}
