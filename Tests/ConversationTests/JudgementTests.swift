import Model
import Testing

@testable import Conversation

@Suite("Who waits for approval")
struct JudgementTests {
    private static func judge(
        _ text: String = "Well said", html: SafeHTML = SafeHTML.text("Well said"), isKnown: Bool = true,
        agent: String = "", _ change: (inout Discussion) -> Void = { _ in }
    ) -> Judgement {
        var discussion = Discussion()
        change(&discussion)
        return Judgement(
            Reply(text: text, name: "Anna", email: "anna@example.org"), html: html,
            from: ReplyOrigin(address: IPAddress("192.0.2.7"), agent: agent), isKnown: isKnown, by: discussion)
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

    @Test(
        "reasons come back from their stored form",
        arguments: [
            Judgement.Reason.everybody, .firstComment, .links(3), .heldWord("two words"), .blockedWord("x"),
        ])
    func stored(reason: Judgement.Reason) {
        #expect(Judgement.Reason(reason.text) == reason)
    }
}
