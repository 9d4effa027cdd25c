import Model
import Outbound

/// What becomes of an address after a question. Nothing is dead by one answer: a network or a server may be down for a
/// day, and a page may be missing for an hour.
struct LinkVerdict {
    /// Days on which an address fails before it is dead.
    static let days = 3
    private static let day: Int64 = 86_400
    /// A server that asks for more is asked again all the same.
    private static let longestPause: Int64 = 7 * day

    private(set) var link: Link
    /// How long its host asks to be left alone, in seconds.
    private(set) var hostPause: Int64?
    private let formerlyChecked: Instant?
    private let now: Instant
    private let rules: LinkChecking

    init(_ link: Link, _ answer: Result<AskAnswer, FetchFault>, by rules: LinkChecking, at now: Instant) {
        self.link = link
        self.rules = rules
        self.now = now
        formerlyChecked = link.checkedAt
        self.link.checkedAt = now
        switch answer {
        case .success(let answer): take(answer)
        case .failure(let fault): take(fault)
        }
    }

    private mutating func take(_ answer: AskAnswer) {
        let wasGone = link.state == .failing && (link.status == 404 || link.status == 410)
        switch answer.status {
        case 200..<400:
            link.state = .working
            link.failures = 0
            link.problem = ""
            link.failingSince = nil
            link.workedAt = now
            link.movedTo = answer.isMoved && answer.url != link.address ? answer.url : nil
            link.dueAt = nextRound
        case 403 where !link.wantsGet, 405 where !link.wantsGet, 501 where !link.wantsGet:
            link.wantsGet = true
            link.dueAt = now.adding(seconds: Int64(rules.pauseSeconds))
        case 404, 410:
            // Some servers know no page by HEAD.
            link.wantsGet = true
            fail("It was answered with \(answer.status): there is nothing at this address.", isFinal: wasGone)
        case 429:
            leaveAlone(answer)
            if link.state == .unchecked { link.state = .barred }
            link.problem = "The server wants to be asked less often (429)."
            link.dueAt = now.adding(seconds: max(hostPause ?? 0, Self.day))
        case 500...:
            if answer.status == 503 { leaveAlone(answer) }
            fail("It was answered with \(answer.status): the server is out of order.", isFinal: false)
            if let hostPause { link.dueAt = max(link.dueAt, now.adding(seconds: hostPause)) }
        default: bar("It was answered with \(answer.status): the server does not let this program in.")
        }
        link.status = answer.status
    }

    private mutating func take(_ fault: FetchFault) {
        switch fault.kind {
        case .address, .refused: bar(fault.description)
        default: fail(fault.description, isFinal: false)
        }
        link.status = nil
    }

    private mutating func leaveAlone(_ answer: AskAnswer) {
        hostPause = min(max(Int64(answer.pauseSeconds ?? 0), 3600), Self.longestPause)
    }

    private mutating func bar(_ problem: String) {
        link.state = .barred
        link.problem = problem
        link.failures = 0
        link.failingSince = nil
        link.movedTo = nil
        link.dueAt = nextRound
    }

    private mutating func fail(_ problem: String, isFinal: Bool) {
        if link.failures == 0 || !isToday(formerlyChecked) { link.failures += 1 }
        link.problem = problem
        link.movedTo = nil
        link.failingSince = link.failingSince ?? now
        if link.state == .dead || isFinal || link.failures >= Self.days {
            link.state = .dead
            link.dueAt = nextRound
        } else {
            link.state = .failing
            link.dueAt = now.adding(seconds: Self.day << Int64(max(0, link.failures - 1)))
        }
    }

    private func isToday(_ instant: Instant?) -> Bool {
        instant.map { $0.milliseconds / (Self.day * 1000) } == now.milliseconds / (Self.day * 1000)
    }

    private var nextRound: Instant { now.adding(seconds: Int64(rules.intervalDays) * Self.day) }
}
