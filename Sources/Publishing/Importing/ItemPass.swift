import Database
import Exchange
import Model
import Store

/// The second pass over an export: maps, renders and writes its items, a piece at a time. While one piece is written the
/// next is rendered.
struct ItemPass: Sendable {
    let database: any Database
    let mapping: ItemMapping
    let destination: ItemDestination
    let dryRun: Bool
    /// Gets the reader's progress and the posts and comments written.
    let progress: @Sendable (ReadProgress?, Int) -> Void

    /// The rows by the items' old numbers.
    func run(_ stream: RecordStream, into report: inout ImportReport) async throws -> [Int64: Post.ID] {
        var tally = Tally(report: report)
        var writing: Task<[ItemOutcome], any Error>?
        var piece: [KeyedItem] = []
        var links: [PendingLink] = []
        func settle() async throws {
            guard let task = writing else { return }
            writing = nil
            // A stop between pieces loses nothing: the next import finds what is here.
            let outcomes = try await task.value
            for (keyed, outcome) in zip(piece, outcomes) {
                tally.count(keyed.item, outcome)
                if outcome.needsLinks, let link = PendingLink(keyed.item, outcome) { links.append(link) }
            }
        }
        let summary = try await stream.forEach { records, read in
            var next: [KeyedItem] = []
            for case .item(let item) in records {
                if let reason = ItemPass.leftOut(item) {
                    tally.leaveOut(item, because: reason)
                } else {
                    next.append(tally.keyed(mapping.map(item), source: destination.source))
                }
            }
            for case .oversized(let record) in records { tally.fail(record) }
            try await settle()
            piece = next
            writing = Task { [next] in try await write(next) }
            progress(read, tally.done)
        }
        try await settle()
        tally.report.finishReading(summary)
        if !dryRun { try await write(links, posts: tally.posts) }
        report = tally.report
        return tally.posts
    }

    /// Nil for what is taken.
    private static func leftOut(_ item: ItemRecord) -> String? {
        switch item.status {
        case "auto-draft": "it is an empty draft that WordPress made by itself"
        default: item.type == "revision" ? "revisions are not taken over" : nil
        }
    }

    private func write(_ items: [KeyedItem]) async throws -> [ItemOutcome] {
        if items.isEmpty { return [] }
        let destination = destination
        if dryRun {
            return try await database.read { tx in
                try items.map { try tx.foresee($0, to: destination) }
            }
        }
        return try await database.writeAlone { tx in
            try items.map { try tx.write($0, to: destination) }
        }
    }

    /// Parents and featured images may come after those that name them, so they are set at the end.
    private func write(_ links: [PendingLink], posts: [Int64: Post.ID]) async throws {
        var rest = links[...]
        while !rest.isEmpty {
            let piece = Array(rest.prefix(500))
            rest = rest.dropFirst(500)
            try await database.writeAlone { [destination] tx in
                var changed = false
                for link in piece { changed = try tx.write(link, posts: posts) || changed }
                if changed { try tx.touch(.site, site: destination.site.id, at: destination.now) }
            }
        }
    }
}

/// An item with the name under which the import remembers it.
struct KeyedItem: Sendable {
    let item: MappedItem
    let key: ImportKey
    /// The very same came before in this export.
    let isRepeat: Bool
}
