import Model
import Testing

@testable import Conversation

@Suite("What a response has to be")
struct ReplyRuleTests {
    @Test("name and address are asked for as the site says")
    func asking() {
        let limits = ReplyLimits()
        let bare = Reply(text: "Words")
        var discussion = Discussion()
        #expect(bare.faults(discussion, limits) == [.nameMissing, .emailMissing])
        discussion.email = .optional
        #expect(bare.faults(discussion, limits).isEmpty)
        #expect(Reply(text: "Words", email: "x").faults(discussion, limits) == [.emailUnclear])
        discussion.email = .never
        #expect(Reply(text: "Words", email: "x").faults(discussion, limits).isEmpty)
    }

    @Test("lengths are limited, in characters")
    func lengths() {
        let limits = ReplyLimits(textLength: 3)
        #expect(Reply(text: "äöü").textFaults(limits).isEmpty)
        #expect(Reply(text: "äöüß").textFaults(limits) == [.textTooLong(limit: 3)])
        #expect(Reply(text: " \n\u{0}\t").textFaults(limits) == [.textMissing])
        let long = Reply(text: "a", name: String(repeating: "n", count: 246), email: "a@b.example")
        #expect(long.faults(Discussion(), ReplyLimits()) == [.nameTooLong(limit: 245)])
    }

    @Test(
        "an e-mail address is told from what is none",
        arguments: [
            ("a@example.org", true), ("a.b+c@sub.example.org", true), ("用户@例子.广告", true), ("a@example", false),
            ("@example.org", false), ("a@", false), ("a b@example.org", false), ("a@b@example.org", false),
            ("a@example..org", false), ("a\r\nBcc: x@example.org", false), ("<a@example.org>", false),
        ])
    func email(text: String, isRight: Bool) {
        #expect(EmailAddress.isPlausible(text) == isRight)
    }

    @Test(
        "a website may be typed without its scheme",
        arguments: [
            ("", ""), ("example.org", "https://example.org"), ("http://example.org/a", "http://example.org/a"),
            ("javascript:alert(1)", nil), ("javascript://example.org/%0aalert(1)", nil), ("my site", nil),
            ("localhost", nil), ("https://", ""),
        ])
    func website(typed: String, address: String?) {
        #expect(Reply(text: "a", url: typed).address == address)
    }

    @Test("a network is a /24 or a /48")
    func network() {
        #expect(ReplyOrigin(address: IPAddress("192.0.2.77"), agent: "").network == "192.0.2.0/24")
        #expect(ReplyOrigin(address: IPAddress("2001:db8:1:2::3"), agent: "").network == "2001:db8:1::/48")
        #expect(ReplyOrigin(address: nil, agent: "").network == "")
    }

    @Test("a browser's token is known again, and a made-up one is not")
    func token() {
        let responders = Responders(secret: Array(0..<32))
        let responder = responders.make()
        #expect(responders.responder(responder.token)?.digest == responder.digest)
        #expect(responders.make() != responder)
        #expect(Responders(secret: Array(1..<33)).responder(responder.token) == nil)
        for token in ["", "x", String(repeating: "0", count: 64), String(responder.token.reversed())] {
            #expect(responders.responder(token) == nil)
        }
    }
}
