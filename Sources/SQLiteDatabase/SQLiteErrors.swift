internal import Database
internal import GRDB
internal import GRDBSQLite

// SQLite's result codes in the port's words. SQLite's messages name tables and columns, never bound values.
// https://www.sqlite.org/rescode.html
extension PortError {
    init(code: CInt, detail: String, path: String, site: String) {
        switch code & 0xFF {
        case SQLITE_BUSY, SQLITE_LOCKED: self = .locked
        case SQLITE_FULL: self = .full
        case SQLITE_READONLY, SQLITE_PERM: self = .readOnly(path: path)
        case SQLITE_IOERR: self = .inputOutput(path: path, detail: "\(detail), SQLite \(code)")
        case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_CANTOPEN: self = .unreadable(path: path, detail: detail)
        case SQLITE_CONSTRAINT: self = .constraint(detail: detail, site: site)
        default: self = .failed(detail: "\(detail) (SQLite \(code))", site: site)
        }
    }

    init(_ error: GRDB.DatabaseError, path: String, site: String) {
        self.init(
            code: error.extendedResultCode.rawValue, detail: error.message ?? "no message", path: path, site: site)
    }

    /// What opening or closing threw, as the port's error.
    init(opening error: any Error, path: String) {
        switch error {
        case let error as PortError: self = error
        case let error as GRDB.DatabaseError: self.init(error, path: path, site: "opening")
        default: self = .failed(detail: "\(error)", site: "opening")
        }
    }
}
