package import Database
package import Model

/// A source as it is kept: an item of CSL-JSON, with what it is found and put in order by.
package struct StoredSource: Hashable, Sendable {
    package let key: String
    /// The item, a JSON object.
    package let csl: String
    /// Where it stands in the list of all.
    package let sortKey: String
    /// In small letters.
    package let words: String

    package init(key: String, csl: String, sortKey: String, words: String) {
        self.key = key
        self.csl = csl
        self.sortKey = sortKey
        self.words = words
    }
}

/// Which sources are asked for.
package struct SourceSelection: Hashable, Sendable {
    /// Every source with all of them in this order, whatever their case; empty for any.
    package var words: String
    package var offset: Int
    package var limit: Int

    package init(words: String = "", offset: Int = 0, limit: Int = .max) {
        self.words = words
        self.offset = offset
        self.limit = limit
    }
}

extension ReadTransaction {
    package func source(_ key: String, site: Site.ID) throws -> StoredSource? {
        try first(
            "SELECT \(raw: sourceColumns) FROM source WHERE site_id = \(site) AND key = \(key)",
            decode: StoredSource.init(row:))
    }

    /// By names, years and titles.
    package func sources(_ selection: SourceSelection = SourceSelection(), site: Site.ID) throws -> [StoredSource] {
        try all(
            """
            SELECT \(raw: sourceColumns) FROM source
            WHERE site_id = \(site) AND words LIKE \(selection.pattern) ESCAPE '!'
            ORDER BY sort_key, key LIMIT \(selection.limit) OFFSET \(selection.offset)
            """, decode: StoredSource.init(row:))
    }

    package func sourceCount(_ selection: SourceSelection = SourceSelection(), site: Site.ID) throws -> Int {
        try first(
            "SELECT count(*) FROM source WHERE site_id = \(site) AND words LIKE \(selection.pattern) ESCAPE '!'"
        ) { $0.int(0) } ?? 0
    }

    /// Those of the keys that there are, in no certain order.
    package func sources(keys: [String], site: Site.ID) throws -> [StoredSource] {
        if keys.isEmpty { return [] }
        return try all(
            "SELECT \(raw: sourceColumns) FROM source WHERE site_id = \(site) AND key IN \(list: keys)",
            decode: StoredSource.init(row:))
    }

    /// By their ids, with the items of CSL-JSON.
    package func sourceItems(after id: Int64, site: Site.ID, limit: Int) throws -> [(id: Int64, csl: String)] {
        try all(
            "SELECT id, csl FROM source WHERE site_id = \(site) AND id > \(id) ORDER BY id LIMIT \(limit)"
        ) { ($0.int64(0), $0.text(1)) }
    }

    /// As it was set; nil where it never was.
    package func citationStyle(site: Site.ID) throws -> String? {
        try first("SELECT style FROM citation_style WHERE site_id = \(site)") { $0.text(0) }
    }
}

extension WriteTransaction {
    /// Adds a source, or puts it in the place of the one with its key.
    package func set(_ source: StoredSource, site: Site.ID, at now: Instant) throws {
        try run(
            """
            INSERT INTO source (site_id, key, csl, sort_key, words, created_at, changed_at)
            VALUES (\(site), \(source.key), \(source.csl), \(source.sortKey), \(source.words), \(now), \(now))
            ON CONFLICT (site_id, key) DO UPDATE SET csl = excluded.csl, sort_key = excluded.sort_key,
                words = excluded.words, changed_at = excluded.changed_at
            """)
        try touchPosts(citing: source.key, site: site, at: now)
    }

    package func removeSource(_ key: String, site: Site.ID, at now: Instant) throws {
        try run("DELETE FROM source WHERE site_id = \(site) AND key = \(key)")
        try touchPosts(citing: key, site: site, at: now)
    }

    package func setCitationStyle(_ style: String, site: Site.ID, at now: Instant) throws {
        try run(
            """
            INSERT INTO citation_style (site_id, style) VALUES (\(site), \(style))
            ON CONFLICT (site_id) DO UPDATE SET style = excluded.style
            """)
    }

    /// What they tell of it in their heads is not rendered with their texts.
    private func touchPosts(citing key: String, site: Site.ID, at now: Instant) throws {
        let posts: [Post.ID] = try all(
            "SELECT post_id FROM citing WHERE site_id = \(site) AND key = \(key) ORDER BY post_id"
        ) { $0.id(0) }
        for post in posts { try touch(.post(post), site: site, at: now) }
    }
}

extension SourceSelection {
    fileprivate var pattern: String {
        let words = words.lowercased().split(whereSeparator: \.isWhitespace).map { word in
            word.map { "!%_".contains($0) ? "!\($0)" : String($0) }.joined()
        }
        return "%" + words.map { $0 + "%" }.joined()
    }
}

private let sourceColumns: StaticString = "key, csl, sort_key, words"

extension StoredSource {
    fileprivate init(row: any Row) {
        self.init(key: row.text(0), csl: row.text(1), sortKey: row.text(2), words: row.text(3))
    }
}
