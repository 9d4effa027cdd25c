package import Database
package import Exchange
import Markup
package import Model
import Store

/// Takes a blog away again: everything that was written or brought here, as the records that an import reads.
///
/// It reads in pieces, each of one state of the database, so that it may run beside a server: what is written meanwhile
/// is in it or not, and no post is torn. Memory holds one piece at a time.
package struct ExportBlog: Sendable {
    private let database: any Database
    private let now: Instant
    private let baseURL: String?

    /// Posts in one piece.
    private let pieceSize: Int

    /// - Parameter baseURL: where readers reach the blog, without a final slash; nil for where it came from.
    package init(_ database: any Database, now: Instant, baseURL: String?, pieceSize: Int = 32) {
        self.database = database
        self.now = now
        self.baseURL = baseURL
        self.pieceSize = pieceSize
    }

    /// What was written.
    package struct Summary: Hashable, Sendable {
        package internal(set) var items = 0
        package internal(set) var comments = 0
    }

    package struct NoSite: Error {}

    /// - Parameter output: gets the file's bytes, piece by piece.
    /// - Throws: `NoSite`, `DatabaseError`, and what `output` throws.
    package func run(as writer: some ExportWriter, to output: ([UInt8]) throws -> Void) async throws -> Summary {
        var writer = writer
        var summary = Summary()
        let head = try await database.read { [now, baseURL] tx -> (source: ExportSource, records: [ExportRecord]) in
            guard let site = try tx.site() else { throw NoSite() }
            let source = ExportSource(site: site, baseURL: baseURL, accounts: try tx.accounts(site: site.id))
            return (source, try tx.headRecords(source, at: now))
        }
        var bytes: [UInt8] = []
        for record in head.records { writer.write(record, to: &bytes) }
        try output(bytes)
        var last: Int64 = 0
        while true {
            let source = head.source
            let items = try await database.read { [pieceSize, last] tx in
                try tx.posts(site: source.site.id, after: last, limit: pieceSize).map { try tx.itemRecord($0, source) }
            }
            guard let highest = items.last?.id else { break }
            last = highest
            bytes.removeAll(keepingCapacity: true)
            for item in items {
                writer.write(.item(item), to: &bytes)
                summary.items += 1
                summary.comments += item.comments.count
            }
            try output(bytes)
        }
        bytes.removeAll()
        writer.finish(&bytes)
        try output(bytes)
        return summary
    }
}
