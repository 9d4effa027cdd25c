import Database
import DatabaseSupport
import Jobs
import Model
import SQLiteDatabase
import Store
import Synchronization
import Testing

@Suite("Jobs")
struct RunJobsTests {
    private let folder: TemporaryFolder
    private let database: SQLiteDatabase
    private let site: Site.ID
    private let clock = Clock()

    /// Stands still until it is moved.
    private final class Clock: Sendable {
        private let time = Mutex(Instant(milliseconds: 1_330_173_000_000))
        var now: Instant { time.withLock { $0 } }
        func move(milliseconds: Int64) {
            time.withLock { $0 = Instant(milliseconds: $0.milliseconds + milliseconds) }
        }
    }

    private final class Ran: Sendable {
        private let payloads = Mutex<[String]>([])
        var all: [String] { payloads.withLock { $0 } }
        func note(_ payload: String) { payloads.withLock { $0.append(payload) } }
    }

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(path: folder.path("thaw.sqlite"))
        let now = clock.now
        try await database.migrate(at: now)
        site = try await database.write { tx in
            try tx.insert(Site(id: .unassigned, title: "Days", origin: "https://days.example")).id
        }
    }

    private func enqueue(_ key: String, payload: String, after seconds: Int64 = 0) async throws {
        let time = clock.now.adding(seconds: seconds)
        try await database.write { [site] tx in
            try tx.enqueue("k", key: key, payload: payload, site: site, after: time)
        }
    }

    private func jobs(
        attempts: Int = 3, _ run: @escaping @Sendable (_ payload: String) async throws -> Void
    ) -> RunJobs {
        RunJobs(
            database, handlers: [JobHandler("k") { payload, _ in try await run(payload) }],
            rules: JobRules(attempts: attempts, retrySeconds: 10, leaseSeconds: 30), now: { [clock] in clock.now },
            jitter: { 0.5 })
    }

    private func dead() async throws -> [DeadJob] {
        try await database.read { [site] tx in try tx.deadJobs(site: site, limit: 10) }
    }

    @Test("each is run once, in the order of the times that they wait for, and only when that has come")
    func order() async throws {
        let ran = Ran()
        let jobs = jobs { ran.note($0) }
        try await enqueue("later", payload: "later", after: 60)
        try await enqueue("a", payload: "a")
        try await enqueue("b", payload: "b")
        while try await jobs.runOne() {}
        #expect(ran.all == ["a", "b"])
        #expect(try await jobs.nextDue() == clock.now.adding(seconds: 60))
        try await jobs.runUntilEmpty(wait: { [clock] in clock.move(milliseconds: $0) })
        #expect(ran.all == ["a", "b", "later"])
        #expect(try await jobs.nextDue() == nil)
    }

    @Test("a job whose transaction is undone was never asked for")
    func undone() async throws {
        struct Stop: Error {}
        let now = clock.now
        await #expect(throws: Stop.self) {
            try await database.write { [site] tx in
                try tx.enqueue("k", key: "a", site: site, after: now)
                throw Stop()
            }
        }
        #expect(try await jobs { _ in }.nextDue() == nil)
    }

    @Test("the same asked for twice runs once, with the newer payload; asked for while it runs, once more")
    func unique() async throws {
        let ran = Ran()
        try await enqueue("a", payload: "old")
        try await enqueue("a", payload: "new")
        let jobs = jobs { [self] payload in
            ran.note(payload)
            if ran.all.count == 1 { try await enqueue("a", payload: "again") }
        }
        while try await jobs.runOne() {}
        #expect(ran.all == ["new", "again"])
    }

    @Test("what fails waits longer each time, and is given up with its last error")
    func retries() async throws {
        let ran = Ran()
        let start = clock.now
        try await enqueue("a", payload: "")
        let jobs = jobs { [clock] _ in
            ran.note("\((clock.now.milliseconds - start.milliseconds) / 1000)")
            throw JobFault("The door is shut.", isFinal: false)
        }
        try await jobs.runUntilEmpty(wait: { [clock] in clock.move(milliseconds: $0) })
        #expect(ran.all == ["0", "10", "30"])
        let dead = try await dead()
        #expect(dead.map(\.error) == ["The door is shut."])
        #expect(dead.first?.attempts == 3)
        // Asked for anew, it gets another chance.
        try await enqueue("a", payload: "")
        #expect(try await self.dead().isEmpty)
        #expect(try await jobs.nextDue() != nil)
    }

    @Test("a fault that no attempt can mend ends the job at once")
    func final() async throws {
        let ran = Ran()
        try await enqueue("a", payload: "x")
        try await jobs {
            ran.note($0)
            throw JobFault("Nothing is there.", isFinal: true)
        }.runUntilEmpty(wait: { _ in })
        #expect(ran.all == ["x"])
        #expect(try await dead().count == 1)
    }

    @Test("a pause that the other side asks for is kept by all jobs of the kind")
    func pause() async throws {
        let ran = Ran()
        let start = clock.now
        try await enqueue("a", payload: "a")
        try await enqueue("b", payload: "b")
        let jobs = jobs { [clock] payload in
            ran.note("\(payload) \((clock.now.milliseconds - start.milliseconds) / 1000)")
            if ran.all.count == 1 { throw JobFault("Later.", isFinal: false, pauseSeconds: 100) }
        }
        try await jobs.runUntilEmpty(wait: { [clock] in clock.move(milliseconds: $0) })
        #expect(ran.all == ["a 0", "a 100", "b 100"])
    }

    @Test("a job of a process that died runs again after its lease, and not before; the dead one has no say any more")
    func lease() async throws {
        let ran = Ran()
        try await enqueue("a", payload: "a")
        let now = clock.now
        let lost = try await database.write { tx in
            try tx.lease(of: ["k"], at: now, until: now.adding(seconds: 30))
        }
        let jobs = jobs { ran.note($0) }
        #expect(try await jobs.runOne() == false)
        clock.move(milliseconds: 31_000)
        let later = clock.now
        let taken = try await database.write { tx in
            try tx.lease(of: ["k"], at: later, until: later.adding(seconds: 30))
        }
        let job = try #require(lost)
        try await database.write { tx in try tx.fail(job, error: "late", retry: nil) }
        #expect(try await dead().isEmpty)
        #expect(taken?.attempts == 2)
        clock.move(milliseconds: 31_000)
        #expect(try await jobs.runOne())
        #expect(ran.all == ["a"])
    }

    @Test("one that ended its process at each attempt is given up")
    func poison() async throws {
        try await enqueue("a", payload: "a")
        for _ in 1...3 {
            let now = clock.now
            _ = try await database.write { tx in try tx.lease(of: ["k"], at: now, until: now.adding(seconds: 30)) }
            clock.move(milliseconds: 31_000)
        }
        let ran = Ran()
        try await jobs { ran.note($0) }.runUntilEmpty(wait: { _ in })
        #expect(ran.all.isEmpty)
        #expect(try await dead().map(\.error) == ["It did not come to an end in 3 attempts."])
    }

    @Test("a shutdown gives the job in hand back, and that is no attempt")
    func shutdown() async throws {
        try await enqueue("a", payload: "a")
        let (started, start) = AsyncStream.makeStream(of: Void.self)
        let jobs = jobs { _ in
            start.finish()
            for await _ in AsyncStream<Void>.makeStream().stream {}
            try Task.checkCancellation()
        }
        let running = Task { try await jobs.runOne() }
        for await _ in started {}
        running.cancel()
        await #expect(throws: CancellationError.self) { try await running.value }
        let now = clock.now
        let again = try await database.write { tx in
            try tx.lease(of: ["k"], at: now, until: now.adding(seconds: 30))
        }
        #expect(again?.attempts == 1)
    }
}
