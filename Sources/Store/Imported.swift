package import Database
package import Model

/// What an import remembers of one thing that it took. It stays when the local row is deleted, so that the next import
/// of the same blog does not bring it back.
package struct ImportRecord: Hashable, Sendable {
    package var localID: Int64
    /// Of the thing as it stood in the export.
    package var digest: String
    /// The local row's version when it was last written by an import; a higher one was edited here.
    package var localVersion: Int

    package init(localID: Int64, digest: String, localVersion: Int = 1) {
        self.localID = localID
        self.digest = digest
        self.localVersion = localVersion
    }
}

/// Names one thing of an old blog.
package struct ImportKey: Hashable, Sendable {
    /// The old blog's address.
    package var source: String
    package var kind: Kind
    /// Its old number, or its slug where it has none.
    package var key: String

    package init(source: String, kind: Kind, key: String) {
        self.source = source
        self.kind = kind
        self.key = key
    }

    package enum Kind: String, Sendable, SQLValue {
        case post, comment, term, account, menu, frontPage
        /// Another address of the same blog, which links in its texts may have.
        case origin
    }
}

extension ReadTransaction {
    package func importRecord(_ key: ImportKey, site: Site.ID) throws -> ImportRecord? {
        try first(
            """
            SELECT local_id, digest, local_version FROM imported
            WHERE site_id = \(site) AND source = \(key.source) AND kind = \(key.kind) AND key = \(key.key)
            """
        ) { ImportRecord(localID: $0.int64(0), digest: $0.text(1), localVersion: $0.int(2)) }
    }

    /// All that was taken of one kind from one blog: local ids by old key.
    package func importedIDs(_ kind: ImportKey.Kind, source: String, site: Site.ID) throws -> [String: Int64] {
        let pairs = try all(
            "SELECT key, local_id FROM imported WHERE site_id = \(site) AND source = \(source) AND kind = \(kind)"
        ) { ($0.text(0), $0.int64(1)) }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    /// The addresses that the old blogs had.
    package func origins(site: Site.ID) throws -> [String] {
        let sources = try importSources(site: site)
        return try sources
            + sources.flatMap { source in
                try all(
                    """
                    SELECT key FROM imported
                    WHERE site_id = \(site) AND source = \(source) AND kind = 'origin' ORDER BY key
                    """
                ) { $0.text(0) }
            }.sorted()
    }

    /// The old blogs that were imported from: found one by one, since each has thousands of rows.
    package func importSources(site: Site.ID) throws -> [String] {
        var sources: [String] = []
        while let next = try first(
            """
            SELECT source FROM imported WHERE site_id = \(site) AND source > \(sources.last ?? "")
            ORDER BY source LIMIT 1
            """, decode: { $0.text(0) })
        { sources.append(next) }
        return sources
    }
}

extension WriteTransaction {
    package func note(_ record: ImportRecord, for key: ImportKey, site: Site.ID) throws {
        try run(
            """
            INSERT INTO imported (site_id, source, kind, key, local_id, digest, local_version)
            VALUES (\(site), \(key.source), \(key.kind), \(key.key), \(record.localID), \(record.digest),
                \(record.localVersion))
            ON CONFLICT (site_id, source, kind, key) DO UPDATE SET local_id = excluded.local_id,
                digest = excluded.digest, local_version = excluded.local_version
            """)
    }
}
