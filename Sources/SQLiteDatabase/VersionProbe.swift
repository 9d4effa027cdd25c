internal import Database
internal import GRDBSQLite
internal import Synchronization

/// A connection that does nothing but tell whether anything was committed, by this process or another.
///
/// It compares the header of the write-ahead log's index in shared memory, as SQLite itself does at the start of a read
/// (https://www.sqlite.org/walformat.html#the_wal_index_header): every commit changes it before it is acknowledged.
/// `PRAGMA data_version` tells the same, but takes and gives back a file lock each time: two system calls on every page
/// that is served. It is asked where the index cannot be seen.
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
        /// The mapping is SQLite's own and stays until the connection is closed. Nil where there is none.
        private var header: UnsafeRawPointer?

        /// Bytes of one copy of the header; its checksum is in them.
        private static let headerLength = 48

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
            // A first read makes SQLite map the index.
            _ = try dataVersion(path: path)
            header = Self.mapIndex(of: connection)
        }

        private static func mapIndex(of connection: OpaquePointer?) -> UnsafeRawPointer? {
            var file: UnsafeMutablePointer<sqlite3_file>?
            let code = withUnsafeMutablePointer(to: &file) { pointer in
                sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, pointer)
            }
            guard code == SQLITE_OK, let file, let methods = file.pointee.pMethods, methods.pointee.iVersion >= 2,
                let map = methods.pointee.xShmMap
            else { return nil }
            // The first region, of the size that SQLite's log code asks for; 0: it is not to be made.
            var region: UnsafeMutableRawPointer?
            guard map(file, 0, 32 * 1024, 0, &region) == SQLITE_OK, let region else { return nil }
            return UnsafeRawPointer(region)
        }

        deinit {
            sqlite3_finalize(statement)
            sqlite3_close_v2(connection)
        }

        func version(path: String) throws -> Int64 {
            guard let header else { return try dataVersion(path: path) }
            atomicMemoryFence(ordering: .acquiring)
            // FNV-1a over words. A header that is being written gives a number of its own, which is as good as changed.
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for offset in stride(from: 0, to: Self.headerLength, by: 8) {
                hash = (hash ^ header.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x100_0000_01B3
            }
            return Int64(bitPattern: hash)
        }

        private func dataVersion(path: String) throws -> Int64 {
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
