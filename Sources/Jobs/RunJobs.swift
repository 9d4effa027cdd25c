package import Database
package import Model
import Store

/// Runs jobs, one after the other.
package struct RunJobs: Sendable {
    private let database: any Database
    private let handlers: [String: JobHandler]
    private let rules: JobRules
    private let now: @Sendable () -> Instant
    private let jitter: @Sendable () -> Double

    /// - Parameter jitter: gives a number from 0 to 1, see `JobRules.retry`.
    package init(
        _ database: any Database, handlers: [JobHandler], rules: JobRules, now: @escaping @Sendable () -> Instant,
        jitter: @escaping @Sendable () -> Double
    ) {
        self.database = database
        self.handlers = Dictionary(uniqueKeysWithValues: handlers.map { ($0.kind, $0) })
        self.rules = rules
        self.now = now
        self.jitter = jitter
    }

    /// Runs one job that is due; false when there is none.
    ///
    /// - Throws: `CancellationError` when the task was cancelled; then the job waits for the next who runs it.
    package func runOne() async throws -> Bool {
        let kinds = Array(handlers.keys)
        let start = now()
        let end = leaseEnd(start)
        guard let job = try await database.write({ tx in try tx.lease(of: kinds, at: start, until: end) }),
            let handler = handlers[job.kind]
        else { return false }
        let result = await result(of: job, handler, at: start)
        if Task.isCancelled {
            // Writing is not for a cancelled task.
            try await Task { [database] in try await database.write { tx in try tx.giveBack(job) } }.value
            throw CancellationError()
        }
        let fault: any Error
        switch result {
        case .success(let again):
            try await database.write { tx in try tx.finish(job, again: again) }
            return true
        case .failure(let error): fault = error
        }
        let retry = retry(of: job, after: fault, by: handler.rules ?? rules)
        let sentence = "\(fault)"
        let pauses = (fault as? JobFault)?.pauseSeconds != nil
        try await database.write { tx in try tx.fail(job, error: sentence, retry: retry, pausesKind: pauses) }
        return true
    }

    /// Runs until every job is done or dead, waiting for those that are to be tried again.
    ///
    /// - Parameters:
    ///   - wait: sleeps for so many milliseconds, at most a second: another process may finish what it has leased.
    ///   - progress: gets the number of jobs that were run.
    package func runUntilEmpty(
        wait: @Sendable (Int64) async throws -> Void, progress: @Sendable (Int) -> Void = { _ in }
    ) async throws {
        var count = 0
        while true {
            if try await runOne() {
                count += 1
                progress(count)
            } else {
                guard let due = try await nextDue() else { return }
                try await wait(min(max(due.milliseconds - now().milliseconds, 10), 1000))
            }
        }
    }

    /// When the next job is due; it may be in the past. Nil when none is left.
    package func nextDue() async throws -> Instant? {
        let kinds = Array(handlers.keys)
        return try await database.read { tx in try tx.nextJob(of: kinds) }
    }

    private func leaseEnd(_ time: Instant) -> Instant { time.adding(seconds: rules.leaseSeconds) }

    /// Runs the job and says meanwhile that it is still under way. Gives when it runs again.
    private func result(
        of job: LeasedJob, _ handler: JobHandler, at start: Instant
    ) async -> Result<Instant?, any Error> {
        // One that ended its process each time it ran is not tried for ever.
        let attempts = (handler.rules ?? rules).attempts
        guard job.attempts <= attempts else {
            return .failure(JobFault("It did not come to an end in \(attempts) attempts.", isFinal: true))
        }
        return await withTaskGroup(of: Void.self, returning: Result<Instant?, any Error>.self) { group in
            group.addTask {
                while (try? await Task.sleep(for: .milliseconds(rules.leaseSeconds * 300))) != nil {
                    let end = leaseEnd(now())
                    // A database that is locked for a moment is asked again in time.
                    try? await database.write { tx in try tx.renew(job, until: end) }
                }
            }
            defer { group.cancelAll() }
            do {
                return .success(try await handler.run(job.payload, start))
            } catch {
                return .failure(error)
            }
        }
    }

    private func retry(of job: LeasedJob, after fault: any Error, by rules: JobRules) -> Instant? {
        let fault = fault as? JobFault
        if fault?.isFinal == true { return nil }
        let end = now()
        guard let retry = rules.retry(after: job.attempts, at: end, jitter: jitter()) else { return nil }
        return fault?.pauseSeconds.map { max(retry, end.adding(seconds: $0)) } ?? retry
    }
}
