package import Database
package import Exchange
import Foundation
package import Jobs
package import Model
import Store

/// Takes a blog over that was sent from a browser: what would come is told at once, the rest is a durable job.
package struct RunImport: Sendable {
    package static let kind = "blog.import"

    private let database: any Database
    private let folder: String
    private let archiveLimits: ArchiveLimits
    private let limits: ImportLimits
    private let backUp: @Sendable (any Database) async throws -> String

    /// - Parameters:
    ///   - folder: where files wait that were sent, each in a folder of its own.
    ///   - backUp: makes a copy of the database before a blog comes to one that is here, and gives its path.
    package init(
        _ database: any Database, folder: String, archiveLimits: ArchiveLimits = ArchiveLimits(),
        limits: ImportLimits = ImportLimits(), backUp: @escaping @Sendable (any Database) async throws -> String
    ) {
        self.database = database
        self.folder = folder
        self.archiveLimits = archiveLimits
        self.limits = limits
        self.backUp = backUp
    }

    /// A file that was sent and waits.
    package struct Waiting: Hashable, Codable, Sendable {
        /// Names its folder.
        package let id: String
        package let file: String
        package var fetchesMedia: Bool

        package init(id: String, file: String, fetchesMedia: Bool = false) {
            self.id = id
            self.file = file
            self.fetchesMedia = fetchesMedia
        }
    }

    /// What would come of it. Nothing is written.
    ///
    /// - Throws: `ImportFileError`, `ImportRefusal`
    package func foresee(_ waiting: Waiting, now: Instant) async throws -> ImportReport {
        try await run(waiting, dryRun: true, now: now)
    }

    /// Asks for it to be taken over.
    package func enqueue(_ waiting: Waiting, actor: String, now: Instant) async throws {
        let payload = String(decoding: try JSONEncoder().encode(waiting), as: UTF8.self)
        try await database.write { tx in
            guard let site = try tx.site() else { return }
            try tx.enqueue(Self.kind, key: waiting.id, payload: payload, site: site.id, after: now)
            try tx.record(
                Event(at: now, actor: actor, verb: "import", objectKind: "site", objectID: site.id.rawValue),
                site: site.id)
        }
    }

    /// The report of the last one, for people; nil before there was any.
    package var lastReport: String? { try? String(contentsOfFile: reportPath, encoding: .utf8) }

    package var handler: JobHandler {
        JobHandler(Self.kind) { payload, now in
            guard let waiting = try? JSONDecoder().decode(Waiting.self, from: Data(payload.utf8)) else {
                throw JobFault("This is no import.", isFinal: true)
            }
            do {
                let report = try await run(waiting, dryRun: false, now: now)
                try Data(report.summary.utf8).write(to: URL(filePath: reportPath), options: .atomic)
                discard(waiting)
            } catch let fault as ImportFileError {
                throw JobFault("\(fault)", isFinal: true)
            } catch let fault as ImportRefusal {
                throw JobFault(fault.description, isFinal: true)
            }
        }
    }

    /// Makes a folder for a file that is to be sent.
    package func place() throws -> (id: String, folder: String) {
        sweep()
        let id = UUID().uuidString.lowercased()
        let path = "\(folder)/\(id)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return (id, path)
    }

    /// Nil where nothing waits under this id.
    package func waiting(_ id: String) -> Waiting? {
        guard UUID(uuidString: id) != nil,
            let files = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(id)"), let file = files.first
        else { return nil }
        return Waiting(id: id, file: file)
    }

    package func discard(_ waiting: Waiting) {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(waiting.id)")
    }

    /// Takes away what was left lying for a day: nobody decided, or the process died.
    private func sweep() {
        let manager = FileManager.default
        for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] where UUID(uuidString: name) != nil {
            let path = "\(folder)/\(name)"
            let changed = (try? manager.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            if let changed, changed.timeIntervalSinceNow < -86_400 { try? manager.removeItem(atPath: path) }
        }
    }

    private var reportPath: String { "\(folder)/last-import.txt" }

    private func run(_ waiting: Waiting, dryRun: Bool, now: Instant) async throws -> ImportReport {
        let use = ImportBlog(
            now: now, openDatabase: { database },
            backUp: backUp)
        return try await use.run(
            ImportBlog.Request(
                paths: ["\(folder)/\(waiting.id)/\(waiting.file)"], dryRun: dryRun, fetchesMedia: waiting.fetchesMedia,
                archiveLimits: archiveLimits, limits: limits))
    }
}
