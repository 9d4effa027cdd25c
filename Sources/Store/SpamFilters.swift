package import Database
package import Model

/// A filter for spam, without its bytes.
package struct StoredFilter: Hashable, Sendable {
    package typealias ID = Model.ID<StoredFilter>

    package let id: ID
    package let site: Site.ID
    /// Its owner's name for whoever asks by its key; empty for the site's own.
    package let name: String
    package let createdAt: Instant
    /// The last lesson that its bytes hold.
    package let lessons: Int64

    /// The kind of the job that teaches the site's own with what was approved before it was there.
    package static let trainingJob = "filter.train"
}

extension ReadTransaction {
    /// The site's own; nil while it has nothing to remember.
    package func filter(site: Site.ID) throws -> StoredFilter? {
        try first(
            """
            SELECT id, site_id, name, created_at, lessons FROM spam_filter
            WHERE site_id = \(site) AND key_digest IS NULL
            """, decode: StoredFilter.init(row:))
    }

    package func filter(_ id: StoredFilter.ID) throws -> StoredFilter? {
        try first(
            "SELECT id, site_id, name, created_at, lessons FROM spam_filter WHERE id = \(id)",
            decode: StoredFilter.init(row:))
    }

    /// The one that a key asks.
    package func filter(key digest: String) throws -> StoredFilter? {
        try first(
            "SELECT id, site_id, name, created_at, lessons FROM spam_filter WHERE key_digest = \(digest)",
            decode: StoredFilter.init(row:))
    }

    /// All that are asked by keys, the oldest first.
    package func keyedFilters(site: Site.ID) throws -> [StoredFilter] {
        try all(
            """
            SELECT id, site_id, name, created_at, lessons FROM spam_filter
            WHERE site_id = \(site) AND key_digest IS NOT NULL ORDER BY id
            """, decode: StoredFilter.init(row:))
    }

    /// Empty for one whose lessons were never kept.
    package func bytes(of filter: StoredFilter.ID) throws -> [UInt8] {
        try first("SELECT bytes FROM spam_filter WHERE id = \(filter)") { $0.bytes(0) } ?? []
    }
}

extension WriteTransaction {
    /// The site's own, made where there is none yet.
    package func ownFilter(site: Site.ID, at now: Instant) throws -> StoredFilter {
        if let filter = try filter(site: site) { return filter }
        return try insertFilter(key: nil, name: "", site: site, at: now)
    }

    /// - Parameter digest: of the key by which it is asked; nil for the site's own.
    package func insertFilter(key digest: String?, name: String, site: Site.ID, at now: Instant) throws -> StoredFilter
    {
        let id: StoredFilter.ID? = try first(
            """
            INSERT INTO spam_filter (site_id, key_digest, name, created_at, bytes, lessons)
            VALUES (\(site), \(digest), \(name), \(now), \([UInt8]()), 0) RETURNING id
            """
        ) { $0.id(0) }
        return StoredFilter(id: id ?? .unassigned, site: site, name: name, createdAt: now, lessons: 0)
    }

    package func deleteFilter(_ id: StoredFilter.ID, site: Site.ID) throws {
        try run("DELETE FROM spam_filter WHERE id = \(id) AND site_id = \(site) AND key_digest IS NOT NULL")
    }

    /// Keeps what it has learned; the lessons up to there are needed no more. Passed over where another process has kept
    /// more.
    package func keep(_ bytes: [UInt8], through lesson: Int64, of filter: StoredFilter.ID) throws {
        let kept = try run(
            "UPDATE spam_filter SET bytes = \(bytes), lessons = \(lesson) WHERE id = \(filter) AND lessons < \(lesson)")
        if kept > 0 { try run("DELETE FROM lesson WHERE filter_id = \(filter) AND id <= \(lesson)") }
    }
}

extension StoredFilter {
    fileprivate init(row: any Row) {
        self.init(
            id: row.id(0), site: row.id(1), name: row.text(2), createdAt: row.instant(3), lessons: row.int64(4))
    }
}
