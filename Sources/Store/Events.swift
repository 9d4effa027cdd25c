package import Database
package import Model

/// Something that someone did, kept for good.
package struct Event: Hashable, Sendable {
    package var at: Instant
    /// `account:3`, `import`, `command line`, `clock`.
    package var actor: String
    /// `publish`, `trash`, `import` …
    package var verb: String
    package var objectKind: String
    package var objectID: Int64?
    /// JSON; nil where there was nothing before, or nothing after.
    package var before: String?
    package var after: String?

    package init(
        at: Instant, actor: String, verb: String, objectKind: String, objectID: Int64? = nil, before: String? = nil,
        after: String? = nil
    ) {
        self.at = at
        self.actor = actor
        self.verb = verb
        self.objectKind = objectKind
        self.objectID = objectID
        self.before = before
        self.after = after
    }
}

extension WriteTransaction {
    package func record(_ event: Event, site: Site.ID) throws {
        try run(
            """
            INSERT INTO event (site_id, at, actor, verb, object_kind, object_id, before, after)
            VALUES (\(site), \(event.at), \(event.actor), \(event.verb), \(event.objectKind), \(event.objectID),
                \(event.before), \(event.after))
            """)
    }
}

extension ReadTransaction {
    /// What happened to one object, newest first.
    package func events(of objectKind: String, _ objectID: Int64, site: Site.ID, limit: Int = 50) throws -> [Event] {
        try all(
            """
            SELECT at, actor, verb, object_kind, object_id, before, after FROM event
            WHERE site_id = \(site) AND object_kind = \(objectKind) AND object_id = \(objectID)
            ORDER BY id DESC LIMIT \(limit)
            """
        ) { Event(row: $0) }
    }
}

extension Event {
    /// `at, actor, verb, object_kind, object_id, before, after`
    init(row: any Row) {
        self.init(
            at: row.instant(0), actor: row.text(1), verb: row.text(2), objectKind: row.text(3),
            objectID: row.optionalInt64(4), before: row.optionalText(5), after: row.optionalText(6))
    }
}
