import Model
import Testing

@testable import Conversation

@Suite("Who waits for approval")
struct JudgementTests {
    private static func judge(
        _ text: String = "Well said", html: SafeHTML = SafeHTML.text("Well said"), isKnown: Bool = true,
        agent: String = "", domains: DomainLists = DomainLists(), _ change: (inout Discussion) -> Void = { _ in }
    ) -> Judgement {
        var discussion = Discussion()
        change(&discussion)
        return Judgement(
            Reply(text: text, name: "Anna", email: "anna@example.org"), html: html,
            from: ReplyOrigin(address: IPAddress("192.0.2.7"), agent: agent), isKnown: isKnown, by: discussion,
            domains: domains)
    }

    @Test("a first response, everybody's, or nobody's")
    func holding() {
        #expect(Self.judge().status == .approved)
        #expect(Self.judge(isKnown: false).reasons == [.firstComment])
        #expect(Self.judge { $0.holding = .everybody }.reasons == [.everybody])
        #expect(Self.judge(isKnown: false) { $0.holding = .nobody }.status == .approved)
    }

    @Test("words are found in everything that is known of a response, whatever their case")
    func words() {
        #expect(Self.judge("A CASINO near you") { $0.heldWords = ["casino"] }.reasons == [.heldWord("casino")])
        #expect(Self.judge { $0.heldWords = ["192.0.2."] }.status == .held)
        #expect(Self.judge { $0.heldWords = ["@example.org"] }.status == .held)
        #expect(Self.judge(agent: "Bot/1") { $0.blockedWords = ["bot/"] }.status == .spam)
        #expect(Self.judge { $0.blockedWords = [""] }.status == .approved)
    }

    @Test("a line may be a network or a pattern")
    func lines() {
        #expect(Self.judge { $0.heldWords = ["192.0.2.0/24"] }.status == .held)
        #expect(Self.judge { $0.heldWords = ["192.0.3.0/24"] }.status == .approved)
        #expect(Self.judge("My CAS1NO") { $0.blockedWords = ["/^cas[i1]no/"] }.status == .approved)
        #expect(Self.judge("My CAS1NO") { $0.blockedWords = ["/cas[i1]no/"] }.status == .spam)
        #expect(Self.judge("a/b") { $0.blockedWords = ["a/b"] }.status == .spam)
        #expect(
            WordList.fault(in: ["word", "/ok/", "/a(b/"]) == "/a(b/: The pattern cannot be read behind its character 3."
        )
        #expect(
            WordList.fault(in: [String](repeating: "/a/", count: 51)) == "These are 51 patterns; up to 50 are taken.")
        #expect(WordList.fault(in: ["//", "/", "a"]) == nil)
    }

    @Test("domains of lists count for mail, website and links, with what is below them")
    func domains() {
        let lists = DomainLists(
            held: DomainLists.domains(in: "# throw-away\n*.Mail.example  # all of it\n\n@example.org\n"),
            blocked: DomainLists.domains(in: "bad.example"))
        #expect(lists.held == ["mail.example", "example.org"])
        #expect(Self.judge(domains: lists).reasons == [.heldDomain("example.org")])
        #expect(Self.judge("see https://very.bad.example/x", domains: lists).reasons == [.blockedDomain("bad.example")])
        #expect(
            Self.judge("see https://notbad.example/x", domains: DomainLists(blocked: ["bad.example"])).status
                == .approved)
    }

    @Test(
        "reasons come back from their stored form",
        arguments: [
            Judgement.Reason.everybody, .firstComment, .links(3), .heldWord("two words"), .blockedWord("x"),
            .heldDomain("a.example"), .blockedDomain("b.example"), .filter(isSpam: true), .filter(isSpam: false),
        ])
    func stored(reason: Judgement.Reason) {
        #expect(Judgement.Reason(reason.text) == reason)
    }
}
