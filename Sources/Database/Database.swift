/// What the store asks of an engine. Transaction bodies are synchronous: no network, no rendering, no `await` inside.
package protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Runs `body` against one consistent state of the database. Reads do not wait for writes.
    func read<T: Sendable>(_ body: @escaping @Sendable (any ReadTransaction) throws -> T) async throws -> T

    /// Runs `body` in a savepoint of a group that is committed as one; returns after the commit is on disk.
    ///
    /// `body` may run more than once, so it has no effect but its rows. A database error inside it must leave it.
    /// Cancelling the caller's task does not interrupt a write that has begun.
    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (any WriteTransaction) throws -> T) async throws -> T

    /// Runs `body` in a transaction of its own, for bulk work in pieces that each take less than a second.
    @discardableResult
    func writeAlone<T: Sendable>(_ body: @escaping @Sendable (any WriteTransaction) throws -> T) async throws -> T

    /// Changes whenever a commit was made through another connection, by this process or another.
    func version() async throws -> Int64

    /// Writes a consistent copy to a new file at `path`, while the database goes on serving.
    func copy(to path: String) async throws

    /// Finishes what is under way and lets go of the file.
    func close() async throws
}

package protocol ReadTransaction {
    var dialect: Dialect { get }

    /// The rows in the order that the statement gives them, each turned into a value by `decode`.
    func all<T>(_ sql: SQL, file: StaticString, line: UInt, _ decode: (any Row) throws -> T) throws -> [T]

    /// The first row, or nil when there is none.
    func first<T>(_ sql: SQL, file: StaticString, line: UInt, _ decode: (any Row) throws -> T) throws -> T?
}

package protocol WriteTransaction: ReadTransaction {
    /// Runs a statement that returns no rows; gives the number of rows it changed.
    @discardableResult
    func run(_ sql: SQL, file: StaticString, line: UInt) throws -> Int
}

// The call site travels along, so that an error names the query, and a test can hold the list of statements
// it has seen against the source.
extension ReadTransaction {
    package func all<T>(
        _ sql: SQL, _ file: StaticString = #fileID, _ line: UInt = #line, decode: (any Row) throws -> T
    ) throws -> [T] { try all(sql, file: file, line: line, decode) }

    package func first<T>(
        _ sql: SQL, _ file: StaticString = #fileID, _ line: UInt = #line, decode: (any Row) throws -> T
    ) throws -> T? { try first(sql, file: file, line: line, decode) }
}

extension WriteTransaction {
    @discardableResult
    package func run(_ sql: SQL, _ file: StaticString = #fileID, _ line: UInt = #line) throws -> Int {
        try run(sql, file: file, line: line)
    }
}

/// One row of a result, valid only while its statement stands on it. Columns count from 0.
package protocol Row {
    func int64(_ column: Int) -> Int64
    func optionalInt64(_ column: Int) -> Int64?
    func text(_ column: Int) -> String
    func optionalText(_ column: Int) -> String?
    func bytes(_ column: Int) -> [UInt8]
}

extension Row {
    package func int(_ column: Int) -> Int { Int(int64(column)) }
    package func bool(_ column: Int) -> Bool { int64(column) == 1 }
}

/// Where the two engines differ; nothing else in a statement may.
package enum Dialect: Sendable {
    case sqlite, postgres
}

package enum DatabaseError: Error, Sendable {
    /// The file was written by a newer Thaw.
    case newer(found: Int, known: Int)
    /// Another process holds it longer than the busy timeout.
    case locked
    case full
    case readOnly(path: String)
    /// The system could not read or write the file: a failing disk, a quota, a limit on the size of files.
    case inputOutput(path: String, detail: String)
    /// Not a database, or damaged.
    case unreadable(path: String, detail: String)
    /// A uniqueness, foreign-key or check constraint refused the row.
    case constraint(detail: String, site: String)
    /// A statement failed; `site` is the file and line that made it.
    case failed(detail: String, site: String)
}
