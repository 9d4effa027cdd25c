package import Database
internal import GRDB

/// The embedded engine: one SQLite file in WAL mode, one writer, up to two readers.
///
/// One instance for each file and process. Bodies of transactions run on GRDB's queues, never on the caller's thread.
package final class SQLiteDatabase: DatabasePort {
    private let path: String
    private let pool: DatabasePool
    private let group: GroupCommit
    private let probe: VersionProbe
    private let follower: CommitFollower

    /// Opens the file at `path`, and makes it when there is none (its folder must be there).
    ///
    /// - Parameters:
    ///   - busyTimeout: how long a statement waits for another process before it gives `DatabaseError.locked`.
    /// - Throws: `DatabaseError`.
    package init(path: String, busyTimeout: Duration = .seconds(5)) throws {
        self.path = path
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(busyTimeout: busyTimeout))
            // GRDB sets NORMAL when it opens WAL, which may lose acknowledged commits at a power cut.
            let synchronous = try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = FULL")
                try db.execute(sql: "PRAGMA cache_size = -4096")
                return try Int.fetchOne(db, sql: "PRAGMA synchronous")
            }
            guard synchronous == 2 else {
                throw PortError.failed(detail: "PRAGMA synchronous reads \(synchronous ?? -1), not 2", site: "opening")
            }
            probe = try VersionProbe(path: path)
            follower = CommitFollower(try Checkpoints(path: path))
        } catch {
            throw PortError(opening: error, path: path)
        }
        pool.writeWithoutTransaction { [follower] db in follower.checkpoints.follow(db.sqliteConnection) }
        group = GroupCommit(pool: pool, path: path, follower: follower)
    }

    private static func configuration(busyTimeout: Duration) -> Configuration {
        var configuration = Configuration()
        configuration.label = "thaw"
        configuration.busyMode = .timeout(busyTimeout / .seconds(1))
        // Pages are rendered on as many threads as there are cores; of more than two readers, nothing was gained.
        configuration.maximumReaderCount = 2
        configuration.prepareDatabase { db in
            // In KiB when negative. The system's own cache holds the file too, so little is lost by a small one:
            // two readers and the writer stay within 6 MB.
            try db.execute(sql: "PRAGMA cache_size = -1024")
            // Debian's build keeps foreign keys off; GRDB turns them on, and this holds it to that.
            try db.execute(sql: "PRAGMA foreign_keys = ON")
        }
        return configuration
    }

    package var dialect: Dialect { .sqlite }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any ReadTransaction) throws -> T
    ) async throws -> T {
        // Not GRDB's async `read`, which interrupts the statement when the task is cancelled.
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncRead { [path] access in
                continuation.resume(
                    with: Result {
                        do {
                            return try body(SQLiteTransaction(connection: access.get(), path: path))
                        } catch let error as GRDB.DatabaseError {
                            throw PortError(error, path: path, site: "read")
                        }
                    })
            }
        }
    }

    @discardableResult
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> T
    ) async throws -> T {
        try await group.write(body)
    }

    @discardableResult
    package func writeAlone<T: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> T
    ) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncWriteWithoutTransaction { [path, follower] connection in
                let transaction = SQLiteTransaction(connection: connection, path: path)
                let outcome = Result { try transaction.committing { try body(transaction) } }
                if case .success = outcome { follower.didCommit(transaction) }
                continuation.resume(with: outcome)
            }
        }
    }

    /// - Parameter follow: called after each commit of this instance and before its callers resume, on the connection that
    ///   committed. It has to be quick: the next write waits for it.
    package func onCommit(_ follow: @escaping @Sendable (any ReadTransaction) -> Void) { follower.set(follow) }

    package func version() async throws -> Int64 { try probe.version() }

    /// `version()` without a hop: it asks the index of the write-ahead log in shared memory, a matter of microseconds.
    /// Nil when the file cannot be asked, so that a caller trusts nothing it has kept.
    package func currentVersion() -> Int64? { try? probe.version() }

    /// - Throws: `DatabaseError`; a file that is there already is left alone.
    package func copy(to copyPath: String) async throws {
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncRead { [path] access in
                continuation.resume(
                    with: Result {
                        do {
                            try BackupFile(path: copyPath).fill(from: access.get())
                        } catch let error as GRDB.DatabaseError {
                            throw PortError(error, path: copyPath, site: "copy of \(path)")
                        }
                    })
            }
        }
    }

    package func close() async throws {
        // In the writer's queue after everything that waits there.
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            pool.asyncWriteWithoutTransaction { _ in continuation.resume() }
        }
        follower.set { _ in }
        probe.close()
        follower.checkpoints.close()
        do { try pool.close() } catch { throw PortError(opening: error, path: path) }
        foldLog()
    }

    /// GRDB closes its writer before its readers, but SQLite folds the log into the file only when the last connection is
    /// one that may write: so one more. https://github.com/groue/GRDB.swift/issues/739
    ///
    /// Nothing is lost where it cannot: the next opening finds the log.
    private func foldLog() {
        guard let last = try? DatabaseQueue(path: path) else { return }
        _ = try? last.read { db in try Int.fetchOne(db, sql: "PRAGMA user_version") }
        try? last.close()
    }
}
