internal import Database
internal import Dispatch
internal import GRDBSQLite
internal import Synchronization

/// Copies the write-ahead log into the file on a connection and a thread of its own, so that no write waits for it.
///
/// Such a checkpoint (https://www.sqlite.org/wal.html#ckpt) blocks nobody. While writes pour in it never catches up
/// wholly, and the log would grow; so from a certain length on the writer does the rest by itself, and begins it anew.
final class Checkpoints: Sendable {
    /// Pages of the log, 4 kB each, from which it is copied.
    private static let begins = 1_000
    /// Pages from which the writer itself copies what is left.
    private static let isLong = 16_000

    private let connection: Mutex<OpaquePointer?>
    private let queue = DispatchQueue(label: "thaw.checkpoints")
    private let isRunning = Atomic(false)

    init(path: String) throws {
        var connection: OpaquePointer?
        var code = sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        if code == SQLITE_OK { code = sqlite3_exec(connection, "PRAGMA synchronous = FULL", nil, nil, nil) }
        guard code == SQLITE_OK else {
            let detail = String(cString: sqlite3_errmsg(connection))
            sqlite3_close_v2(connection)
            throw PortError(code: code, detail: detail, path: path, site: "checkpoints")
        }
        nonisolated(unsafe) let opened = connection
        self.connection = Mutex(opened)
    }

    /// From now on, looks at the log after each commit of `writer`, which must not outlive this.
    func follow(_ writer: OpaquePointer?) {
        sqlite3_wal_hook(
            writer,
            { context, writer, _, pages in
                guard let context else { return SQLITE_OK }
                let checkpoints = Unmanaged<Checkpoints>.fromOpaque(context).takeUnretainedValue()
                checkpoints.didCommit(writer, pages: Int(pages))
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    private func didCommit(_ writer: OpaquePointer?, pages: Int) {
        if pages >= Self.isLong {
            // What fails is tried again after the next commit, as SQLite's own does.
            sqlite3_wal_checkpoint_v2(writer, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
        } else if pages >= Self.begins, !isRunning.exchange(true, ordering: .acquiringAndReleasing) {
            queue.async { [self] in
                connection.withLock { connection in
                    guard connection != nil else { return }
                    sqlite3_wal_checkpoint_v2(connection, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
                }
                isRunning.store(false, ordering: .releasing)
            }
        }
    }

    deinit { connection.withLock { _ = sqlite3_close_v2($0) } }

    /// Waits for one that is under way.
    func close() {
        queue.sync {
            connection.withLock { connection in
                sqlite3_close_v2(connection)
                connection = nil
            }
        }
    }
}
