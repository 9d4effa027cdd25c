import Model
import Outbound
import Testing

@testable import Publishing

@Suite("What becomes of an address after a question")
struct LinkVerdictTests {
    private static let start = Instant(milliseconds: 1_775_649_600_000)

    /// Asks on each day that the address is due, at most ten times.
    private func history(_ answers: [Result<AskAnswer, FetchFault>]) -> [Link] {
        var link = Link(id: Link.ID(1), address: "https://a.example/", host: "a.example", dueAt: Self.start)
        return answers.map { answer in
            link = LinkVerdict(link, answer, by: LinkChecking(), at: link.dueAt).link
            return link
        }
    }

    private func status(_ status: Int, moved: String? = nil, pause: Int? = nil) -> Result<AskAnswer, FetchFault> {
        .success(
            AskAnswer(
                status: status, url: moved ?? "https://a.example/", isMoved: moved != nil, pauseSeconds: pause))
    }

    private func days(_ link: Link) -> Int64 {
        (link.dueAt.milliseconds - (link.checkedAt?.milliseconds ?? 0)) / 86_400_000
    }

    @Test("what is gone is dead when that is seen twice, by HEAD and by GET")
    func gone() {
        for number in [404, 410] {
            let links = history([status(number), status(number), status(200)])
            #expect(links.map(\.state) == [.failing, .dead, .working])
            #expect(links.map(days) == [1, 30, 30])
            #expect(links[1].wantsGet && links[1].failingSince == Self.start && links[2].failingSince == nil)
        }
    }

    @Test("a server that fails is asked again after a day and after two, and is dead on the third day")
    func failing() {
        let fault = Result<AskAnswer, FetchFault>.failure(FetchFault(.connection, "Nothing came."))
        for answer in [status(500), fault] {
            let links = history([answer, answer, answer, answer])
            #expect(links.map(\.state) == [.failing, .failing, .dead, .dead])
            #expect(links.map(days) == [1, 2, 30, 30])
        }
        #expect(history([fault, status(404), status(404)]).map(\.state) == [.failing, .failing, .dead])
        #expect(history([fault, status(200), fault, fault]).map(\.state) == [.failing, .working, .failing, .failing])
    }

    @Test("failing three times on one day is failing once")
    func sameDay() {
        var link = Link(id: Link.ID(1), address: "https://a.example/", host: "a.example", dueAt: Self.start)
        for hour in 0..<5 {
            let now = Self.start.adding(seconds: Int64(hour) * 3600)
            link = LinkVerdict(link, status(500), by: LinkChecking(), at: now).link
        }
        #expect(link.state == .failing && link.failures == 1)
    }

    @Test("what cannot be asked, or lets nobody in, is not dead", arguments: [401, 403, 418, 429, 451])
    func barred(_ number: Int) {
        let links = history([status(number), status(number), status(number), status(number)])
        #expect(links.last?.state == .barred)
        let refused = FetchFault(.refused, "It is not public.")
        #expect(history([.failure(refused), .failure(refused)]).map(\.state) == [.barred, .barred])
    }

    @Test("HEAD that is refused is followed by GET, after the pause", arguments: [403, 405, 501])
    func head(_ number: Int) {
        let links = history([status(number), status(200)])
        #expect(links[0].state == .unchecked && links[0].wantsGet)
        #expect(links[0].dueAt == Self.start.adding(seconds: 10))
        #expect(links[1].state == .working)
    }

    @Test("a server that asks for a pause has it, a week at most")
    func pauses() {
        for (asked, given) in [(7200, 7200), (5, 3600), (99_999_999, 604_800)] as [(Int, Int64)] {
            for number in [429, 503] {
                let link = Link(id: Link.ID(1), address: "https://a.example/", host: "a.example", dueAt: Self.start)
                let verdict = LinkVerdict(link, status(number, pause: asked), by: LinkChecking(), at: Self.start)
                #expect(verdict.hostPause == given)
                #expect(verdict.link.dueAt >= Self.start.adding(seconds: max(given, 86_400)))
            }
        }
    }

    @Test("where it went for good is noted, and forgotten when it answers by itself again")
    func moved() {
        let links = history([status(200, moved: "https://b.example/"), status(200)])
        #expect(links.map(\.movedTo) == ["https://b.example/", nil])
    }
}
