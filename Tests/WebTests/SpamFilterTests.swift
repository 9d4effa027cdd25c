import Conversation
import Database
import Model
import SQLiteDatabase
import SiteSupport
import Spam
import Store
import Testing
import Web

@Suite("The filter for spam at work")
struct SpamFilterTests {
    private static let speech = DaysGoneBy.speech

    /// Responses as readers and spammers would send them, each another.
    private static func reply(_ index: Int, isSpam: Bool) -> String {
        "comment=\(words(index, isSpam: isSpam).joined(separator: "+"))+\(index)&author=\(isSpam ? "Deals" : "Ann")\(index)"
            + "&email=\(isSpam ? "deals" : "ann")\(index)%40example.org"
    }

    private static func words(_ index: Int, isSpam: Bool) -> [String] {
        let garden = ["roses", "winter", "grandmother", "speech", "congress", "remember", "letters", "history"]
        let shop = ["casino", "bonus", "pills", "cheap", "loan", "winner", "discount", "followers"]
        return (0..<9).map { (isSpam ? shop : garden)[(index * 7 + $0 * (index % 5 + 1)) % 8] }
    }

    private static func run(
        holding: Discussion.Holding = .nobody, _ body: @escaping @Sendable (TestSite) async throws -> Void
    ) async throws {
        try await TestSite.run(
            DaysGoneBy.export,
            {
                $0.replyLimits.perNetwork = 10_000
                $0.replyLimits.perThread = 10_000
            }
        ) { site in
            try await site.database.write { tx in
                guard let stored = try tx.site() else { return }
                var discussion = try tx.discussion(site: stored.id)
                discussion.holding = holding
                try tx.set(discussion, site: stored.id, at: site.clock.now)
            }
            try await body(site)
        }
    }

    private static func send(_ form: String, to site: TestSite) async throws -> (number: Int64, Answer) {
        let answer = try await site.post("\(speech)comments/", form: form)
        return (answer.location?.split(separator: "-").last.flatMap { Int64($0) } ?? 0, answer)
    }

    private static func status(_ number: Int64, on site: TestSite) async throws -> Model.Comment.Status? {
        try await site.database.read { tx in
            try tx.site().flatMap { try tx.comment(number: number, site: $0.id)?.status }
        }
    }

    /// As many of each kind.
    private static func teach(_ count: Int, _ site: TestSite) async throws {
        try await site.database.write { tx in
            guard let stored = try tx.site() else { return }
            let filter = try tx.ownFilter(site: stored.id, at: site.clock.now)
            for index in 0..<count {
                for isSpam in [true, false] {
                    var evidence = Evidence(text: words(index, isSpam: isSpam).joined(separator: " "))
                    evidence.author = (isSpam ? "Deals" : "Ann") + String(index)
                    try tx.teach(filter.id, features: LearningFilter().read(evidence).bytes, isSpam: isSpam)
                }
            }
        }
    }

    /// Sends it, and decides it as somebody would who looks at it.
    private static func decide(_ isSpam: Bool, _ form: String, _ site: TestSite) async throws {
        let moderate = ModerateComments(site.database, actor: "test")
        let (number, _) = try await send(form, to: site)
        // What the filter did already is said again.
        _ = try await moderate.set(.held, of: [number], now: site.clock.now)
        _ = try await moderate.set(isSpam ? .spam : .approved, of: [number], now: site.clock.now)
    }

    @Test(
        "until it was taught, the site's rules decide; then spam goes to spam, and its author sees a response that waits"
    )
    func learns() async throws {
        try await Self.run { site in
            let (early, _) = try await Self.send(Self.reply(900, isSpam: true), to: site)
            #expect(try await Self.status(early, on: site) == .approved)
            try await Self.teach(150, site)
            let (spam, sent) = try await Self.send(Self.reply(901, isSpam: true), to: site)
            #expect(sent.status == 303)
            #expect(try await Self.status(spam, on: site) == .spam)
            let own = try await site.get(Self.speech, "Cookie: " + sent.cookies.joined(separator: "; "))
            #expect(own.text.contains("Your comment is awaiting moderation."))
            let (real, _) = try await Self.send(Self.reply(902, isSpam: false), to: site)
            #expect(try await Self.status(real, on: site) == .approved)

            // A filter of another process, or after a restart, has learned the same.
            let (first, second) = try await site.database.read { tx in
                let site = try #require(try tx.site())
                let stored = try #require(try tx.filter(site: site.id))
                return (try SpamFilters().current(stored, in: tx), try SpamFilters().current(stored, in: tx))
            }
            #expect(first.bytes == second.bytes && first.isTaught)
        }
    }

    @Test("what it learned is kept as bytes, and lessons up to there are gone; what comes after builds on them")
    func keeps() async throws {
        try await Self.run { site in
            try await Self.teach(150, site)
            let before = try await site.database.read { tx in
                try SpamFilters().current(tx.filter(site: tx.site()?.id ?? .unassigned), in: tx).bytes
            }
            _ = try await site.database.read { tx in
                try site.services.filters.current(tx.filter(site: tx.site()?.id ?? .unassigned), in: tx)
            }
            try await KeepFilter(site.database, filters: site.services.filters).run(now: site.clock.now)
            let (lessons, after) = try await site.database.read { tx in
                let stored = try #require(try tx.filter(site: tx.site()?.id ?? .unassigned))
                return (
                    try tx.lessons(of: stored.id, after: 0, limit: 500).count,
                    try SpamFilters().current(stored, in: tx).bytes
                )
            }
            #expect(lessons == 0)
            #expect(after == before)
            try await Self.decide(true, Self.reply(1, isSpam: true), site)
            let (spam, _) = try await Self.send(Self.reply(903, isSpam: true), to: site)
            #expect(try await Self.status(spam, on: site) == .spam)
        }
    }

    @Test("a decision that is undone is taken back")
    func undone() async throws {
        try await Self.run(holding: .everybody) { site in
            let moderate = ModerateComments(site.database, actor: "test")
            let (number, _) = try await Self.send(Self.reply(1, isSpam: true), to: site)
            _ = try await moderate.set(.spam, of: [number], now: site.clock.now)
            _ = try await moderate.set(.held, of: [number], now: site.clock.now)
            let (lessons, counts) = try await site.database.read { tx in
                let stored = try #require(try tx.filter(site: tx.site()?.id ?? .unassigned))
                return (
                    try tx.lessons(of: stored.id, after: 0, limit: 9), try SpamFilters().current(stored, in: tx).lessons
                )
            }
            #expect(lessons.map(\.isUndone) == [false, true])
            #expect(counts == (0, 0))
            // Into the trash says nothing.
            _ = try await moderate.set(.trash, of: [number], now: site.clock.now)
            let told = try await site.database.read { tx in
                let stored = try #require(try tx.filter(site: tx.site()?.id ?? .unassigned))
                return try tx.lessons(of: stored.id, after: 0, limit: 9).count
            }
            #expect(told == 2)
        }
    }

    @Test("what it alone sent to spam comes into the queue when it would be held now; what somebody called spam stays")
    func rescues() async throws {
        try await Self.run { site in
            try await Self.teach(150, site)
            let (wrong, _) = try await Self.send(Self.reply(904, isSpam: true), to: site)
            let (right, _) = try await Self.send(Self.reply(905, isSpam: true), to: site)
            let moderate = ModerateComments(site.database, actor: "test")
            _ = try await moderate.set(.held, of: [right], now: site.clock.now)
            _ = try await moderate.set(.spam, of: [right], now: site.clock.now)
            #expect(try await Self.status(wrong, on: site) == .spam)
            // The owner likes casinos after all.
            for index in 0..<40 {
                try await Self.decide(false, Self.reply(index + 100, isSpam: true), site)
            }
            try await KeepFilter(site.database, filters: site.services.filters).run(now: site.clock.now)
            #expect(try await Self.status(wrong, on: site) == .held)
            #expect(try await Self.status(right, on: site) == .spam)
        }
    }

    @Test("a flood of one text that fills the trap is refused with its words; nothing of it is kept but a number")
    func discards() async throws {
        try await Self.run { site in
            try await Self.teach(150, site)
            func flood(_ index: Int) -> String {
                "comment=casino+bonus+winner+cheap+pills+discount+followers+loan+\(index)&author=Deals"
                    + "&email=deals%40example.org&subject=yes"
            }
            var refused: Answer?
            for index in 0..<60 where refused == nil {
                let (_, answer) = try await Self.send(flood(index), to: site)
                if answer.status == 422 { refused = answer } else { try await Self.decide(true, flood(index), site) }
            }
            let answer = try #require(refused)
            #expect(answer.text.contains("This looks like spam that came many times."))
            #expect(answer.text.contains("casino bonus winner cheap pills"))
            let discarded = try await site.database.read { tx in
                let stored = try #require(try tx.filter(site: tx.site()?.id ?? .unassigned))
                return try tx.work(of: stored.id, from: "2000-01-01", before: "2100-01-01").discarded
            }
            #expect(discarded == 1)
        }
    }

    @Test("an import teaches it what was approved, once")
    func trains() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let train = TrainFilter(site.database)
            for _ in 0..<2 {
                try await train.run(now: site.clock.now)
                let counts = try await site.database.read { tx in
                    try SpamFilters().current(tx.filter(site: tx.site()?.id ?? .unassigned), in: tx).lessons
                }
                #expect(counts.spam == 0)
                #expect(counts.real > 0 && counts.real < 10)
            }
            let waiting = try await site.database.read { tx in
                try tx.waitingJobs(site: tx.site()?.id ?? .unassigned).map(\.kind)
            }
            #expect(waiting.contains("filter.train"))
        }
    }

    @Test("what has stood for two days and nobody minded is real; what was answered is, at once")
    func standing() async throws {
        try await Self.run { site in
            let (number, _) = try await Self.send(Self.reply(1, isSpam: false), to: site)
            func taught() async throws -> Bool? {
                try await site.database.read { tx in
                    let stored = try #require(try tx.site())
                    let comment = try #require(try tx.comment(number: number, site: stored.id))
                    return try tx.judgement(of: comment.id)?.taught
                }
            }
            let train = TrainFilter(site.database)
            try await train.run(now: site.clock.now)
            let early = try await taught()
            #expect(early == nil)
            try await train.run(now: site.clock.now.adding(seconds: 3 * 86_400))
            let late = try await taught()
            #expect(late == false)
        }
    }

    @Test("what it learned is taken out, put back, and made anew; whoever has it in memory goes on with it")
    func moves() async throws {
        try await Self.run(holding: .everybody) { site in
            for index in 0..<20 {
                for isSpam in [true, false] { try await Self.decide(isSpam, Self.reply(index, isSpam: isSpam), site) }
            }
            func inUse() async throws -> LearningFilter {
                try await site.database.read { tx in
                    try site.services.filters.current(tx.filter(site: tx.site()?.id ?? .unassigned), in: tx)
                }
            }
            let learned = try await inUse()
            let move = MoveFilter(site.database)
            let exported = try await move.export()
            #expect(exported.bytes == learned.bytes)
            try await move.replace(by: LearningFilter(), now: site.clock.now)
            let empty = try await inUse()
            #expect(empty.lessons == (0, 0))
            let rebuilt = try await move.rebuilt()
            #expect(rebuilt.lessons == (20, 20))
            try await move.replace(by: rebuilt, now: site.clock.now)
            let again = try await inUse()
            #expect(again.bytes == rebuilt.bytes)
        }
    }

    @Test("off, it is not asked; noting, it decides nothing and the owner sees what it would")
    func modes() async throws {
        try await Self.run { site in
            try await Self.teach(150, site)
            let cookie = try await site.signUp(.owner)
            func set(_ filtering: String) async throws -> Answer {
                try await site.post("/admin/spam/", form: "filtering=\(filtering)&lost=10&published=200", cookie)
            }
            #expect(try await set("noting").location == "/admin/spam/?saved=1")
            let (noted, _) = try await Self.send(Self.reply(906, isSpam: true), to: site)
            #expect(try await Self.status(noted, on: site) == .approved)
            let queue = try await site.get("/admin/comments/?state=approved", cookie).text
            #expect(queue.contains("Why? The filter said spam, "))
            #expect(queue.contains("reads like the spam here: "))
            #expect(try await set("off").status == 303)
            let (unasked, _) = try await Self.send(Self.reply(907, isSpam: true), to: site)
            let judgement = try await site.database.read { tx -> StoredJudgement? in
                guard let stored = try tx.site(), let comment = try tx.comment(number: unasked, site: stored.id) else {
                    return nil
                }
                return try tx.judgement(of: comment.id)
            }
            #expect(judgement == nil)
            #expect(try await set("loud").status == 422)
        }
    }

    @Test("the page Spam foresees what other tolerances would do, and counts weeks")
    func page() async throws {
        try await Self.run { site in
            try await Self.teach(150, site)
            _ = try await Self.send(Self.reply(908, isSpam: true), to: site)
            let cookie = try await site.signUp(.owner)
            let shown = try await site.get("/admin/spam/", cookie).text
            #expect(shown.contains("The filter was taught by 150 real responses and 150 spam."))
            #expect(shown.contains("<option value=\"10\" selected>at most 1 in 1000</option>"))
            #expect(shown.contains("Week by week"))
            let foreseen = try await site.post(
                "/admin/spam/", form: "filtering=on&lost=100&published=1000&foresee=1", cookie)
            #expect(foreseen.status == 200)
            #expect(foreseen.text.contains("What it would do"))
            let kept = try await site.database.read { tx in
                try tx.discussion(site: tx.site()?.id ?? .unassigned).realLost
            }
            #expect(kept == 10)
            // Saving the page Discussion leaves the filter's settings alone.
            _ = try await site.post("/admin/spam/", form: "filtering=on&lost=50&published=100", cookie)
            _ = try await site.post(
                "/admin/discussion/",
                form: "email=optional&closes=&order=oldest&depth=3&per-page=20&minutes=5&holding=nobody"
                    + "&admits=everybody&likes=off&links=&held=&blocked=", cookie)
            let after = try await site.database.read { tx in
                try tx.discussion(site: tx.site()?.id ?? .unassigned)
            }
            #expect(after.realLost == 50 && after.spamPublished == 100)
        }
    }

    @Test("responses that are alike are decided at once")
    func floods() async throws {
        try await Self.run(holding: .everybody) { site in
            for index in 0..<5 {
                _ = try await Self.send(
                    "comment=I+earned+four+thousand+dollars+from+home+with+this+simple+trick+no+\(index)+look+here+now"
                        + "&author=Deal\(index)&email=d\(index)%40example.org", to: site)
            }
            let (other, _) = try await Self.send(Self.reply(1, isSpam: false), to: site)
            let cookie = try await site.signUp(.moderator)
            let page = try await site.get("/admin/comments/alike/?state=held", cookie).text
            #expect(page.contains("These 5 are nearly the same"))
            let numbers = try #require(page.firstMatch(of: /name="numbers" value="([0-9,]+)"/)).output.1
            #expect(
                try await site.post(
                    "/admin/comments/alike/", form: "state=held&all=spam&numbers=\(numbers)", cookie
                ).status == 303)
            for number in numbers.split(separator: ",").compactMap({ Int64($0) }) {
                #expect(try await Self.status(number, on: site) == .spam)
            }
            #expect(try await Self.status(other, on: site) == .held)
            #expect(try await site.post("/admin/comments/alike/", form: "all=nowhere", cookie).status == 400)
        }
    }
}
