internal import Database
internal import GRDB
internal import Synchronization

/// Commits the writes that wait at the same time as one transaction, so that one flush of the disk serves them all.
///
/// Each body runs in its savepoint, and its caller resumes only after the commit. When the group as a whole fails,
/// each body runs again alone.
final class GroupCommit: Sendable {
    /// One waiting write. `attempt` gives what resumes its caller with the value, to be called after the commit.
    private struct Job: Sendable {
        let attempt: @Sendable (any WriteTransaction) throws -> @Sendable () -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private typealias Outcome = Result<@Sendable () -> Void, any Error>

    /// Bounds how long the first of a group waits for the last.
    private static let largestGroup = 128

    private let pool: DatabasePool
    private let path: String
    private let follower: CommitFollower
    private let waiting = Mutex<[Job]>([])

    init(pool: DatabasePool, path: String, follower: CommitFollower) {
        self.pool = pool
        self.path = path
        self.follower = follower
    }

    func write<T: Sendable>(_ body: @escaping @Sendable (any WriteTransaction) throws -> T) async throws -> T {
        // No cancellation handler: SQLite's interrupt would roll back the neighbours' work too.
        try await withCheckedThrowingContinuation { continuation in
            let job = Job(
                attempt: { transaction in
                    let value = try body(transaction)
                    return { continuation.resume(returning: value) }
                },
                fail: { continuation.resume(throwing: $0) })
            let isFirst = waiting.withLock { jobs in
                jobs.append(job)
                return jobs.count == 1
            }
            if isFirst { schedule() }
        }
    }

    private func schedule() {
        pool.asyncWriteWithoutTransaction { connection in
            let (jobs, more) = self.waiting.withLock { waiting in
                let jobs = Array(waiting.prefix(Self.largestGroup))
                waiting.removeFirst(jobs.count)
                return (jobs, !waiting.isEmpty)
            }
            if more { self.schedule() }
            self.commit(jobs, in: SQLiteTransaction(connection: connection, path: self.path))
        }
    }

    private func commit(_ jobs: [Job], in transaction: SQLiteTransaction) {
        if jobs.count == 1 { return commitAlone(jobs[0], in: transaction) }
        do {
            try transaction.begin()
        } catch {
            // Nothing has run, and each alone would wait for the same lock.
            for job in jobs { job.fail(error) }
            return
        }
        var outcomes: [Outcome] = []
        do {
            for job in jobs { outcomes.append(try attempt(job, in: transaction)) }
            try transaction.run("COMMIT")
        } catch {
            transaction.rollBack()
            for job in jobs { commitAlone(job, in: transaction) }
            return
        }
        follower.didCommit(transaction)
        for (job, outcome) in zip(jobs, outcomes) { finish(job, outcome) }
    }

    /// Throws only when the group as a whole is lost; a body's own error is an outcome.
    private func attempt(_ job: Job, in transaction: SQLiteTransaction) throws -> Outcome {
        try transaction.run("SAVEPOINT job")
        let outcome = Outcome { try job.attempt(transaction) }
        // A full disk or a failed read can roll back everything, the neighbours' released savepoints included.
        guard transaction.isOpen else {
            throw PortError.failed(detail: "the transaction was rolled back", site: "group commit")
        }
        if case .failure = outcome { try transaction.run("ROLLBACK TO job") }
        try transaction.run("RELEASE job")
        return outcome
    }

    private func commitAlone(_ job: Job, in transaction: SQLiteTransaction) {
        let outcome = Outcome { try transaction.committing { try job.attempt(transaction) } }
        if case .success = outcome { follower.didCommit(transaction) }
        finish(job, outcome)
    }

    private func finish(_ job: Job, _ outcome: Outcome) {
        switch outcome {
        case .success(let resume): resume()
        case .failure(let error): job.fail(error)
        }
    }
}
