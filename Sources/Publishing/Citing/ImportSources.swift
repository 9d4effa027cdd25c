package import Citations
package import Database
package import Model
import Store

/// Takes sources into the site's.
package struct ImportSources: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// What becomes of a source whose key is here with other words.
    package enum Collision: String, CaseIterable, Sendable {
        case keep, replace
    }

    /// What became of them, by keys.
    package struct Report: Hashable, Sendable {
        package fileprivate(set) var added: [String] = []
        package fileprivate(set) var replaced: [String] = []
        /// Here with other words, and left so.
        package fileprivate(set) var kept: [String] = []
        /// Here, and the same.
        package fileprivate(set) var same: [String] = []
        /// Those that could not be read, and where they stand.
        package fileprivate(set) var faults: [ReferenceFault] = []

        package var sentence: String {
            let counts = [
                (added.count, "added"), (replaced.count, "replaced"), (kept.count, "left as they are here"),
                (same.count, "here already"), (faults.count, "not read"),
            ]
            let told = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
            return "Sources: " + (told.isEmpty ? "none found" : told.joined(separator: ", ")) + "."
        }
    }

    /// How many are written at once.
    private static let piece = 500

    /// - Parameter bytes: BibTeX or CSL-JSON.
    /// - Throws: `ReferenceFault` of the whole; then nothing was written.
    package func take(
        _ bytes: [UInt8], _ collision: Collision, by writer: Writer, now: Instant
    ) async throws -> Report {
        try writer.require(.arrange, to: "import sources")
        let reading = try SourceFormat.read(bytes)
        var report = Report()
        report.faults = reading.faults
        var rest = reading.references[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Self.piece)
            rest = rest.dropFirst(Self.piece)
            report = try await database.writeAlone { [report] tx in
                guard let site = try tx.site() else { throw WritingFault.noSite }
                var report = report
                for reference in piece { try tx.take(reference, collision, site: site.id, at: now, &report) }
                return report
            }
        }
        guard !report.added.isEmpty || !report.replaced.isEmpty else { return report }
        try await database.write { [report] tx in
            guard let site = try tx.site() else { return }
            try tx.record(
                Event(
                    at: now, actor: writer.actor, verb: "import", objectKind: "sources",
                    after: "{\"added\":\(report.added.count),\"replaced\":\(report.replaced.count)}"),
                site: site.id)
            try tx.showSources(site: site.id, at: now)
        }
        return report
    }
}

extension WriteTransaction {
    fileprivate func take(
        _ reference: Reference, _ collision: ImportSources.Collision, site: Site.ID, at now: Instant,
        _ report: inout ImportSources.Report
    ) throws {
        let stored = try StoredSource(reference)
        let former = try source(stored.key, site: site)
        if former == stored {
            report.same.append(stored.key)
        } else if former != nil, collision == .keep {
            report.kept.append(stored.key)
        } else {
            try set(stored, site: site, at: now)
            if former == nil { report.added.append(stored.key) } else { report.replaced.append(stored.key) }
        }
    }
}
