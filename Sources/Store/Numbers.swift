package import Database
package import Model

/// What carries a public number of its own sequence.
package enum Numbered: String, Sendable {
    case post, comment, term, account
}

extension WriteTransaction {
    /// A public number that was never given out before, also not to a row that has since been deleted.
    package func nextNumber(of kind: Numbered, site: Site.ID) throws -> Int64 {
        let given =
            try first("SELECT last FROM number_given WHERE site_id = \(site) AND kind = \(kind.rawValue)") {
                $0.int64(0)
            } ?? 0
        let number = max(given, try highestNumber(of: kind, site: site)) + 1
        try run(
            """
            INSERT INTO number_given (site_id, kind, last) VALUES (\(site), \(kind.rawValue), \(number))
            ON CONFLICT (site_id, kind) DO UPDATE SET last = excluded.last
            """)
        return number
    }

    /// Keeps `nextNumber` beyond `number`, which an import is about to use.
    package func reserveNumbers(of kind: Numbered, through number: Int64, site: Site.ID) throws {
        try run(
            """
            INSERT INTO number_given (site_id, kind, last) VALUES (\(site), \(kind.rawValue), \(number))
            ON CONFLICT (site_id, kind) DO UPDATE SET last = excluded.last WHERE number_given.last < excluded.last
            """)
    }

    private func highestNumber(of kind: Numbered, site: Site.ID) throws -> Int64 {
        let highest: Int64?? =
            switch kind {
            case .post:
                try first("SELECT max(number) FROM post WHERE site_id = \(site)") { $0.optionalInt64(0) }
            case .comment:
                try first("SELECT max(number) FROM comment WHERE site_id = \(site)") { $0.optionalInt64(0) }
            case .term:
                try first("SELECT max(number) FROM term WHERE site_id = \(site)") { $0.optionalInt64(0) }
            case .account:
                try first("SELECT max(number) FROM account WHERE site_id = \(site)") { $0.optionalInt64(0) }
            }
        return (highest ?? nil) ?? 0
    }

    /// Inserts by `insert` under `wanted`, or under the next free number when that is 0 or taken.
    ///
    /// `insert` gives nil when the number was taken (`ON CONFLICT (site_id, number) DO NOTHING`).
    func insertNumbered<Entity>(
        _ kind: Numbered, wanted: Int64, site: Site.ID, insert: (Int64) throws -> ID<Entity>?
    ) throws -> (id: ID<Entity>, number: Int64) {
        if wanted > 0, let id = try insert(wanted) { return (id, wanted) }
        let number = try nextNumber(of: kind, site: site)
        return (try insert(number).orFail(kind.rawValue), number)
    }

    /// Remembers that what had `oldNumber` at `source` has another number here.
    package func noteAlias(
        of kind: Numbered, oldNumber: Int64, source: String, localID: Int64, site: Site.ID
    ) throws {
        try run(
            """
            INSERT INTO number_alias (site_id, kind, source, old_number, local_id)
            VALUES (\(site), \(kind.rawValue), \(source), \(oldNumber), \(localID))
            ON CONFLICT (site_id, kind, old_number, source) DO UPDATE SET local_id = excluded.local_id
            """)
    }
}

extension ReadTransaction {
    /// The row that had `oldNumber` at an old blog and got another here; with several, the one noted first by source.
    package func localID(ofAliased kind: Numbered, oldNumber: Int64, site: Site.ID) throws -> Int64? {
        try first(
            """
            SELECT local_id FROM number_alias
            WHERE site_id = \(site) AND kind = \(kind.rawValue) AND old_number = \(oldNumber)
            ORDER BY source LIMIT 1
            """
        ) { $0.int64(0) }
    }
}
