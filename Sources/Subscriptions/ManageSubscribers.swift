package import Database
import Exchange
package import Model
import Store

/// What the owner does with the list of those who hear by mail.
package struct ManageSubscribers: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    /// What became of a file with addresses.
    package struct Taken: Hashable, Sendable {
        package var added = 0
        /// Have confirmed already.
        package var known = 0
        /// Lines that hold no address, or one that follows nothing that can be taken along.
        package var unclear: [Int] = []
    }

    package enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
        case noAddresses
        case tooMany(limit: Int)

        package var description: String {
            switch self {
            case .noAddresses:
                "No column of addresses was found: its heading should be “email”, or the file one address on each line."
            case .tooMany(let limit): "The file has more than \(limit) lines; send it in parts."
            }
        }
    }

    /// Addresses in one file.
    package static let most = 100_000
    private static let portion = 500

    /// Takes in those who agreed elsewhere: new posts come to them from now on, or what the columns of `export` say. Who
    /// has confirmed here stays as they are.
    ///
    /// - Parameter text: comma-separated values with a heading that names the columns, or one address on each line.
    /// - Throws: `Fault`
    package func take(_ text: String, now: Instant) async throws -> Taken {
        let rows = CSVReader(text).rows
        guard rows.count <= Self.most else { throw Fault.tooMany(limit: Self.most) }
        guard let (columns, first) = SubscriberColumns.find(in: rows.map(\.fields)) else { throw Fault.noAddresses }
        var taken = Taken()
        var found: [SubscriberColumns.Reading] = []
        for row in rows.dropFirst(first) {
            if let reading = columns.read(row.fields) { found.append(reading) } else { taken.unclear.append(row.line) }
        }
        var rest = found[...]
        while !rest.isEmpty {
            let portion = Array(rest.prefix(Self.portion))
            rest = rest.dropFirst(Self.portion)
            let added = try await database.writeAlone { tx in try Self.add(portion, at: now, in: tx) }
            taken.added += added
            taken.known += portion.count - added
        }
        let summary = "{\"added\":\(taken.added),\"known\":\(taken.known)}"
        try await record("import", object: 0, after: summary, now: now)
        return taken
    }

    package func remove(_ id: Subscriber.ID, now: Instant) async throws {
        try await database.write { tx in try tx.delete(id) }
        try await record("delete", object: id.rawValue, now: now)
    }

    /// Everybody who confirmed, as comma-separated values.
    package func export(now: Instant) async throws -> String {
        let rows = try await database.read { tx in
            try tx.site().map { try tx.subscribers(site: $0.id, limit: .max) } ?? []
        }
        var writer = CSVWriter()
        writer.add(["email", "new_posts", "followed_posts", "pace", "confirmed_at", "origin", "today"])
        for row in rows {
            let one = row.subscriber
            writer.add([
                one.address, one.newPosts == .on ? "yes" : "no", String(row.followed), one.pace.rawValue,
                one.confirmedAt.map { $0.utc.iso8601 + "Z" } ?? "", one.origin.rawValue,
                one.today == .on ? "yes" : "no",
            ])
        }
        try await record("export", object: 0, after: "{\"count\":\(rows.count)}", now: now)
        return writer.text
    }

    private static func add(
        _ readings: [SubscriberColumns.Reading], at now: Instant, in tx: any WriteTransaction
    ) throws -> Int {
        guard let site = try tx.site() else { return 0 }
        var added = 0
        for reading in readings {
            let known = try tx.subscriber(address: reading.address, site: site.id)
            guard known?.confirmedAt == nil else { continue }
            var one =
                try known
                ?? tx.insert(
                    Subscriber(
                        id: .unassigned, site: site.id, address: reading.address, createdAt: now, origin: .imported))
            one.confirmedAt = now
            one.newPosts = reading.newPosts ? .on : one.newPosts
            one.today = reading.today ? .on : one.today
            try tx.update(one)
            added += 1
        }
        try tx.planToday(at: now)
        return added
    }

    private func record(_ verb: String, object: Int64, after: String? = nil, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let site = try tx.site() else { return }
            try tx.record(
                Event(at: now, actor: actor, verb: verb, objectKind: "subscriber", objectID: object, after: after),
                site: site.id)
        }
    }
}
