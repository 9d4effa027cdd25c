package import Database
package import Model

/// Which of what happened is looked for.
package struct EventFilter: Hashable, Sendable {
    /// `account:3`, `import` …; nil for anybody.
    package var actor: String?
    /// `account`, `comment` …; nil for anything.
    package var objectKind: String?
    /// Only what happened before this one.
    package var before: Int64?

    package init(actor: String? = nil, objectKind: String? = nil, before: Int64? = nil) {
        self.actor = actor
        self.objectKind = objectKind
        self.before = before
    }
}

extension ReadTransaction {
    /// What happened, newest first.
    package func log(_ filter: EventFilter, site: Site.ID, limit: Int) throws -> [(id: Int64, event: Event)] {
        try all(
            """
            SELECT at, actor, verb, object_kind, object_id, before, after, id FROM event
            WHERE id < \(filter.before ?? .max) AND site_id = \(site)
                AND (\(filter.actor ?? "") = '' OR actor = \(filter.actor ?? ""))
                AND (\(filter.objectKind ?? "") = '' OR object_kind = \(filter.objectKind ?? ""))
            ORDER BY id DESC LIMIT \(limit)
            """
        ) { (id: $0.int64(7), event: Event(row: $0)) }
    }
}
