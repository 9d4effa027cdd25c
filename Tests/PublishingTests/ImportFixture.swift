import Database
import DatabaseSupport
import Exchange
import ExportSupport
import Foundation
import Model
import Publishing
import SQLiteDatabase
import Store
import Synchronization

/// A data folder that blogs move into, through the use case on a real database file.
final class ImportFixture: Sendable {
    let folder: TemporaryFolder
    let database: SQLiteDatabase
    private let opened = Mutex(0)
    private let backups = Mutex<[String]>([])

    /// When imports happen, unless a test says otherwise.
    static let now = Instant(milliseconds: 1_700_000_000_000)

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(path: folder.path("thaw.sqlite"))
        try await database.migrate(at: Self.now)
    }

    /// How often the database was asked for.
    var openings: Int { opened.withLock { $0 } }
    var copies: [String] { backups.withLock { $0 } }

    @discardableResult
    func take(
        _ export: Export, dryRun: Bool = false, limits: ImportLimits = ImportLimits(), now: Instant = ImportFixture.now
    ) async throws -> ImportReport {
        try await take(
            ["export.xml": Array(export.text.utf8)], dryRun: dryRun, limits: limits, now: now)
    }

    /// - Parameter files: names and bytes; they are read by name.
    @discardableResult
    func take(
        _ files: [String: [UInt8]], dryRun: Bool = false, partial: Bool = false, limits: ImportLimits = ImportLimits(),
        now: Instant = ImportFixture.now
    ) async throws -> ImportReport {
        for (name, bytes) in files { try Data(bytes).write(to: folder.url.appending(path: name)) }
        return try await take(
            paths: files.keys.sorted().map { folder.path($0) }, dryRun: dryRun, partial: partial, limits: limits,
            now: now)
    }

    func take(
        paths: [String], dryRun: Bool = false, partial: Bool = false, limits: ImportLimits = ImportLimits(),
        now: Instant = ImportFixture.now
    ) async throws -> ImportReport {
        let use = ImportBlog(
            now: now,
            openDatabase: { [self] in
                opened.withLock { $0 += 1 }
                return database
            },
            backUp: { [self] database in
                let path = folder.path("backup-\(copies.count + 1).sqlite")
                try await database.copy(to: path)
                backups.withLock { $0.append(path) }
                return path
            })
        return try await use.run(.init(paths: paths, dryRun: dryRun, partial: partial, limits: limits))
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any ReadTransaction, Site) throws -> T) async throws -> T {
        try await database.read { tx in
            guard let site = try tx.site() else { throw Missing(what: "a site") }
            return try body(tx, site)
        }
    }

    func write(_ body: @escaping @Sendable (any WriteTransaction, Site) throws -> Void) async throws {
        try await database.writeAlone { tx in
            guard let site = try tx.site() else { throw Missing(what: "a site") }
            try body(tx, site)
        }
    }

    /// Every row, save the records of when something was done.
    func contents() async throws -> [String: [String]] { try await database.read { try $0.contents() } }

    func everything() async throws -> [String: [String]] {
        try await database.read { try $0.contents(without: []) }
    }
}

struct Missing: Error {
    let what: String
}

// What a test asks of the blog that has moved in.
extension ImportFixture {
    /// The post with a public number.
    func post(_ number: Int64) async throws -> FullPost {
        try await read { tx, site in
            guard let post = try tx.post(number: number, site: site.id), let full = try tx.fullPost(post.id) else {
                throw Missing(what: "post \(number)")
            }
            return full
        }
    }

    /// The public numbers of all posts, pages and attachments.
    func numbers() async throws -> [Int64] {
        try await database.read { try $0.all("SELECT number FROM post ORDER BY number") { $0.int64(0) } }
    }

    /// A comment with what readers never see.
    func comment(_ number: Int64) async throws -> NewComment {
        try await read { tx, site in
            let id = try tx.first("SELECT id FROM comment WHERE site_id = \(site.id) AND number = \(number)") {
                Model.Comment.ID($0.int64(0))
            }
            guard let comment = try id.flatMap({ try tx.storedComment($0) }) else {
                throw Missing(what: "comment \(number)")
            }
            return comment
        }
    }

    /// The comments that readers see under a post, indented by their depth: `21`, `-22`.
    func thread(_ number: Int64) async throws -> [String] {
        try await read { tx, site in
            guard let post = try tx.post(number: number, site: site.id) else { throw Missing(what: "post \(number)") }
            return try tx.threadPage(of: post.id, page: 1, perPage: 50)?.comments.map { comment in
                String(repeating: "-", count: comment.depth) + String(comment.number)
            } ?? []
        }
    }

    /// The public number of the post that a path leads to, through redirects.
    func number(at path: String) async throws -> Int64? {
        try await read { tx, site in
            var path = path
            for _ in 0..<3 {
                guard let key = AddressKey(path) else { return nil }
                switch try tx.destination(of: key, site: site.id) {
                case .post(let id, _): return try tx.post(id)?.number
                case .redirect(let target): path = target
                case nil: return nil
                }
            }
            return nil
        }
    }
}
