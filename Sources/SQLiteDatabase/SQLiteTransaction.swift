internal import Database
internal import GRDB
internal import GRDBSQLite

/// What a body of a transaction works with: statements on one connection, cached by their text.
struct SQLiteTransaction: WriteTransaction {
    let connection: GRDB.Database
    let path: String

    var dialect: Dialect { .sqlite }

    func all<T>(
        _ sql: Statement, file: StaticString, line: UInt, _ decode: (any PortRow) throws -> T
    ) throws -> [T] {
        try withStatement(sql, file, line) { statement, site in
            var values: [T] = []
            while try step(statement, site) { values.append(try decode(SQLiteRow(statement: statement))) }
            return values
        }
    }

    func first<T>(
        _ sql: Statement, file: StaticString, line: UInt, _ decode: (any PortRow) throws -> T
    ) throws -> T? {
        try withStatement(sql, file, line) { statement, site in
            guard try step(statement, site) else { return nil }
            let value = try decode(SQLiteRow(statement: statement))
            // An INSERT … RETURNING is only done when it has been stepped to its end.
            while try step(statement, site) {}
            return value
        }
    }

    @discardableResult
    func run(_ sql: Statement, file: StaticString, line: UInt) throws -> Int {
        try withStatement(sql, file, line) { statement, site in
            while try step(statement, site) {}
            return Int(sqlite3_changes64(connection.sqliteConnection))
        }
    }

    private func withStatement<T>(
        _ sql: Statement, _ file: StaticString, _ line: UInt, _ use: (OpaquePointer, CallSite) throws -> T
    ) throws -> T {
        let site = CallSite(file: file, line: line)
        var prepared: GRDB.Statement
        do {
            prepared = try connection.cachedStatement(sql: sql.text)
            // The same text may be running further up the stack, under a decoding closure.
            if sqlite3_stmt_busy(prepared.sqliteStatement) != 0 {
                prepared = try connection.makeStatement(sql: sql.text)
            }
        } catch let error as GRDB.DatabaseError {
            throw PortError(error, path: path, site: site.description)
        }
        return try withExtendedLifetime(prepared) {
            let statement = prepared.sqliteStatement
            defer {
                sqlite3_reset(statement)
                sqlite3_clear_bindings(statement)
            }
            for (index, value) in sql.values.enumerated() {
                try bind(value, to: statement, at: CInt(index + 1), site)
            }
            return try use(statement, site)
        }
    }

    private func bind(
        _ value: Statement.Value, to statement: OpaquePointer, at index: CInt, _ site: CallSite
    ) throws {
        let code =
            switch value {
            case .null: sqlite3_bind_null(statement, index)
            case .integer(let number): sqlite3_bind_int64(statement, index, number)
            case .text(var text):
                text.withUTF8 { utf8 in
                    // An empty string has no address, and SQLite would take that for NULL.
                    utf8.isEmpty
                        ? sqlite3_bind_text(statement, index, "", 0, nil)
                        : utf8.withMemoryRebound(to: CChar.self) {
                            sqlite3_bind_text64(
                                statement, index, $0.baseAddress, UInt64($0.count), Self.copied, UInt8(SQLITE_UTF8))
                        }
                }
            case .bytes(let bytes):
                bytes.isEmpty
                    ? sqlite3_bind_zeroblob(statement, index, 0)
                    : bytes.withUnsafeBytes {
                        sqlite3_bind_blob64(statement, index, $0.baseAddress, UInt64($0.count), Self.copied)
                    }
            }
        guard code == SQLITE_OK else { throw lastError(site) }
    }

    /// SQLITE_TRANSIENT, a macro that Swift does not import: SQLite copies the value at once.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }

    private func step(_ statement: OpaquePointer, _ site: CallSite) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw lastError(site)
        }
    }

    private func lastError(_ site: CallSite) -> PortError {
        PortError(
            code: sqlite3_extended_errcode(connection.sqliteConnection),
            detail: String(cString: sqlite3_errmsg(connection.sqliteConnection)), path: path, site: site.description)
    }
}

extension SQLiteTransaction {
    /// False once SQLite has ended the transaction by itself.
    var isOpen: Bool { sqlite3_get_autocommit(connection.sqliteConnection) == 0 }

    /// Takes the write lock at once, so that waiting for it happens here and not in the middle.
    func begin() throws { try run("BEGIN IMMEDIATE") }

    /// For after an error, which is the one to report: a second one here says nothing more.
    func rollBack() {
        if isOpen { _ = try? run("ROLLBACK") }
    }

    func committing<T>(_ body: () throws -> T) throws -> T {
        try begin()
        do {
            let value = try body()
            try run("COMMIT")
            return value
        } catch {
            rollBack()
            throw error
        }
    }
}

/// Where a statement was written; made into text only when it fails.
private struct CallSite: CustomStringConvertible {
    let file: StaticString
    let line: UInt

    var description: String { "\(file):\(line)" }
}
