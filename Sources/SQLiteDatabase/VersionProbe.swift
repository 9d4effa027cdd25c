internal import Database
internal import GRDBSQLite
internal import Synchronization

/// A connection that does nothing but ask `PRAGMA data_version`: its answer changes with every commit of any other
/// connection, in this process or another. https://www.sqlite.org/pragma.html#pragma_data_version
final class VersionProbe: Sendable {
    private let handle: Mutex<Handle?>
    private let path: String

    init(path: String) throws {
        self.path = path
        handle = Mutex(try Handle(path: path))
    }

    func version() throws -> Int64 {
        try handle.withLock { handle in
            guard case .some(let open) = handle else {
                throw PortError.failed(detail: "the database is closed", site: "version")
            }
            return try open.version(path: path)
        }
    }

    func close() { handle.withLock { $0 = nil } }

    /// Owns the connection and its one statement.
    private final class Handle {
        private let connection: OpaquePointer?
        private let statement: OpaquePointer?

        init(path: String) throws {
            var connection: OpaquePointer?
            var statement: OpaquePointer?
            var code = sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
            if code == SQLITE_OK {
                sqlite3_busy_timeout(connection, 1000)
                code = sqlite3_prepare_v3(
                    connection, "PRAGMA data_version", -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
            }
            guard code == SQLITE_OK else {
                let detail = String(cString: sqlite3_errmsg(connection))
                sqlite3_close_v2(connection)
                throw PortError(code: code, detail: detail, path: path, site: "version")
            }
            self.connection = connection
            self.statement = statement
        }

        deinit {
            sqlite3_finalize(statement)
            sqlite3_close_v2(connection)
        }

        func version(path: String) throws -> Int64 {
            defer { sqlite3_reset(statement) }
            guard sqlite3_step(statement) == SQLITE_ROW else {
                throw PortError(
                    code: sqlite3_extended_errcode(connection), detail: String(cString: sqlite3_errmsg(connection)),
                    path: path, site: "version")
            }
            return sqlite3_column_int64(statement, 0)
        }
    }
}
