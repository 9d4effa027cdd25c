package import Database
internal import Synchronization

/// A statement that was run, and the line that made it.
package struct RecordedStatement: Hashable, Sendable {
    /// `Module/File.swift`
    package let file: String
    package let line: UInt
    package let sql: SQL

    package static func == (lhs: Self, rhs: Self) -> Bool { lhs.sql.text == rhs.sql.text && lhs.line == rhs.line }

    package func hash(into hasher: inout Hasher) { hasher.combine(sql.text) }
}

/// Hands everything on to another database and keeps a list of the statements.
package final class RecordingDatabase: Database {
    private let base: any Database
    private let log = StatementLog()

    package init(_ base: any Database) { self.base = base }

    package var statements: [RecordedStatement] { log.statements.withLock { $0 } }

    package var dialect: Dialect { base.dialect }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any ReadTransaction) throws -> T
    ) async throws -> T {
        try await base.read { [log] in try body(RecordingReads(base: $0, log: log)) }
    }

    @discardableResult
    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> T
    ) async throws -> T {
        try await base.write { [log] in try body(RecordingWrites(base: $0, log: log)) }
    }

    @discardableResult
    package func writeAlone<T: Sendable>(
        _ body: @escaping @Sendable (any WriteTransaction) throws -> T
    ) async throws -> T {
        try await base.writeAlone { [log] in try body(RecordingWrites(base: $0, log: log)) }
    }

    package func version() async throws -> Int64 { try await base.version() }
    package func copy(to path: String) async throws { try await base.copy(to: path) }
    package func close() async throws { try await base.close() }

    /// Records what `body` asks of an empty database of another dialect.
    package func recordAgainstNothing(_ dialect: Dialect, _ body: (any ReadTransaction) throws -> Void) throws {
        try body(RecordingReads(base: EmptyTransaction(dialect: dialect), log: log))
    }
}

private final class StatementLog: Sendable {
    let statements = Mutex<[RecordedStatement]>([])

    func note(_ sql: SQL, _ file: StaticString, _ line: UInt) {
        statements.withLock { $0.append(RecordedStatement(file: file.description, line: line, sql: sql)) }
    }
}

private struct RecordingReads: ReadTransaction {
    let base: any ReadTransaction
    let log: StatementLog

    var dialect: Dialect { base.dialect }

    func all<T>(_ sql: SQL, file: StaticString, line: UInt, _ decode: (any Row) throws -> T) throws -> [T] {
        log.note(sql, file, line)
        return try base.all(sql, file: file, line: line, decode)
    }

    func first<T>(_ sql: SQL, file: StaticString, line: UInt, _ decode: (any Row) throws -> T) throws -> T? {
        log.note(sql, file, line)
        return try base.first(sql, file: file, line: line, decode)
    }
}

private struct RecordingWrites: WriteTransaction {
    let base: any WriteTransaction
    let log: StatementLog

    private var reads: RecordingReads { RecordingReads(base: base, log: log) }

    var dialect: Dialect { base.dialect }

    func all<T>(_ sql: SQL, file: StaticString, line: UInt, _ decode: (any Row) throws -> T) throws -> [T] {
        try reads.all(sql, file: file, line: line, decode)
    }

    func first<T>(_ sql: SQL, file: StaticString, line: UInt, _ decode: (any Row) throws -> T) throws -> T? {
        try reads.first(sql, file: file, line: line, decode)
    }

    @discardableResult
    func run(_ sql: SQL, file: StaticString, line: UInt) throws -> Int {
        log.note(sql, file, line)
        return try base.run(sql, file: file, line: line)
    }
}

private struct EmptyTransaction: ReadTransaction {
    let dialect: Dialect

    func all<T>(_: SQL, file: StaticString, line: UInt, _: (any Row) throws -> T) throws -> [T] { [] }
    func first<T>(_: SQL, file: StaticString, line: UInt, _: (any Row) throws -> T) throws -> T? { nil }
}
