import Database
import DatabaseSupport
import ExportSupport
import Foundation
import SQLiteDatabase
import Store

/// A place for a data folder and for exports beside it.
struct DataFolder {
    let place: TemporaryFolder

    init() throws { place = try TemporaryFolder() }

    /// Not there until a command makes it.
    var path: String { place.path("data") }
    var database: String { path + "/thaw.sqlite" }
    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    func write(_ export: Export, as name: String = "export.xml") throws -> String {
        try write(export.text, as: name)
    }

    func write(_ text: String, as name: String) throws -> String {
        try text.write(toFile: place.path(name), atomically: false, encoding: .utf8)
        return place.path(name)
    }

    func makeFolder() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Opens the database, which must be sound, for as long as `body` runs.
    @discardableResult
    func open<T: Sendable>(
        _ path: String? = nil, _ body: @Sendable (SQLiteDatabase) async throws -> T
    ) async throws -> T {
        let database = try SQLiteDatabase(path: path ?? self.database)
        let faults = try await database.faults()
        guard faults.isEmpty else { throw Unsound(faults: faults) }
        let result = try await body(database)
        try await database.close()
        return result
    }

    func contents() async throws -> [String: [String]] {
        try await open { try await $0.read { try $0.contents() } }
    }

    struct Unsound: Error { let faults: [String] }
}

/// What a test reads of a report.
struct Report: Decodable {
    struct Entry: Decodable {
        struct Place: Decodable {
            let file: String
            let line: Int
            let byte: Int
        }
        let key: String
        let reason: String
        let place: Place?
    }
    let taken: [String: Int]
    let updated: [String: Int]
    let alreadyThere: [String: Int]
    let failed: [Entry]
    let leftOut: [Entry]
    let conflicts: [Entry]
    let notes: [Entry]

    init(path: String) throws {
        self = try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(filePath: path)))
    }
}
