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
        /// Follow new posts already.
        package var known = 0
        /// Lines that hold no address.
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

    /// Takes in those who agreed elsewhere: new posts come to them from now on. Who has confirmed here stays as they are.
    ///
    /// - Parameter text: comma-separated values with a heading that names the column (`email`, `email_address`,
    ///   `subscriber email` …), or one address on each line.
    /// - Throws: `Fault`
    package func take(_ text: String, now: Instant) async throws -> Taken {
        let rows = CSVReader(text).rows
        guard rows.count <= Self.most else { throw Fault.tooMany(limit: Self.most) }
        guard let (column, first) = Self.column(of: rows.map(\.fields)) else { throw Fault.noAddresses }
        var taken = Taken()
        var addresses: [String] = []
        for row in rows.dropFirst(first) {
            let address = column < row.fields.count ? row.fields[column].filter { !$0.isWhitespace } : ""
            if EmailAddress.isPlausible(address) { addresses.append(address) } else { taken.unclear.append(row.line) }
        }
        var rest = addresses[...]
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
        writer.add(["email", "new_posts", "followed_posts", "pace", "confirmed_at", "origin"])
        for row in rows {
            let one = row.subscriber
            writer.add([
                one.address, one.newPosts == .on ? "yes" : "no", String(row.followed), one.pace.rawValue,
                one.confirmedAt.map { $0.utc.iso8601 + "Z" } ?? "", one.origin.rawValue,
            ])
        }
        try await record("export", object: 0, after: "{\"count\":\(rows.count)}", now: now)
        return writer.text
    }

    private static func add(_ addresses: [String], at now: Instant, in tx: any WriteTransaction) throws -> Int {
        guard let site = try tx.site() else { return 0 }
        var added = 0
        for address in addresses {
            if var known = try tx.subscriber(address: address, site: site.id) {
                guard known.confirmedAt == nil else { continue }
                (known.newPosts, known.confirmedAt) = (.on, now)
                try tx.update(known)
            } else {
                _ = try tx.insert(
                    Subscriber(
                        id: .unassigned, site: site.id, address: address, newPosts: .on, confirmedAt: now,
                        createdAt: now, origin: .imported))
            }
            added += 1
        }
        return added
    }

    /// Where the addresses stand, and in which row they begin.
    private static func column(of rows: [[String]]) -> (column: Int, first: Int)? {
        guard let heading = rows.first else { return nil }
        let names = heading.map { $0.lowercased().filter(\.isLetter) }
        let known = ["email", "emailaddress", "subscriberemail", "mail", "useremail"]
        for name in known {
            if let column = names.firstIndex(of: name) { return (column, 1) }
        }
        return heading.firstIndex(where: EmailAddress.isPlausible).map { ($0, 0) }
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
