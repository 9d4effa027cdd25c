package import Database
package import Model
import Secrets
package import Store

/// Keys by which other sites ask this server's filter, each with a filter of its own.
package struct FilterKeys: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    /// The key is told this once: 12 characters, since clients of Akismet take no others.
    package func make(_ name: String, now: Instant) async throws -> String {
        var generator = SystemRandomNumberGenerator()
        let key = String((generator.next() as UInt64).hexadecimal.suffix(FilterKey.length))
        try await database.write { [actor] tx in
            guard let site = try tx.site() else { return }
            let filter = try tx.insertFilter(key: FilterKey.digest(of: key), name: name, site: site.id, at: now)
            try tx.record(
                Event(at: now, actor: actor, verb: "add", objectKind: "filter-key", objectID: filter.id.rawValue),
                site: site.id)
        }
        return key
    }

    /// What was learned by it is gone with it.
    package func revoke(_ id: StoredFilter.ID, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let site = try tx.site() else { return }
            try tx.deleteFilter(id, site: site.id)
            try tx.record(
                Event(at: now, actor: actor, verb: "delete", objectKind: "filter-key", objectID: id.rawValue),
                site: site.id)
        }
    }

    package struct Use: Hashable, Sendable {
        package let filter: StoredFilter
        package let work: FilterWork
    }

    /// All of them, with what each was asked.
    ///
    /// - Parameter first: the first day that counts.
    package func uses(from first: Instant, until now: Instant) async throws -> [Use] {
        try await database.read { tx in
            guard let site = try tx.site() else { return [] }
            let end = now.adding(seconds: 86_400).filterDay
            return try tx.keyedFilters(site: site.id).map { filter in
                Use(filter: filter, work: try tx.work(of: filter.id, from: first.filterDay, before: end))
            }
        }
    }
}

/// A key's form.
package enum FilterKey {
    package static let length = 12

    package static func isPlausible(_ text: some StringProtocol) -> Bool {
        text.utf8.count == length
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    static func digest(of key: String) -> String { SecretToken.digest(of: key) }
}
