package import Database
package import Model

/// How the site asks Akismet.
package struct AkismetSettings: Hashable, Sendable {
    /// Sealed; empty where there is none.
    package var key: String
    /// Without a slash at its end.
    package var server: String
    /// Whether what Akismet is certain of is refused at once.
    package var refusesCertain: Bool
    /// What Akismet has to say to the owner; empty: nothing.
    package var alert: String

    package static let usualServer = "https://rest.akismet.com"

    package init(
        key: String = "", server: String = AkismetSettings.usualServer, refusesCertain: Bool = false, alert: String = ""
    ) {
        self.key = key
        self.server = server
        self.refusesCertain = refusesCertain
        self.alert = alert
    }
}

/// What Akismet was asked of a response, and what it said.
package struct AkismetCheck: Hashable, Sendable {
    package enum Answer: String, Hashable, Sendable {
        case waits, spam, real
    }

    package var comment: Comment.ID
    /// Akismet's name for it; empty where it gave none.
    package var guid: String
    /// The question as it was sent first, without the key: what is submitted has to say the same.
    package var form: String
    package var answer: Answer

    package init(comment: Comment.ID, guid: String, form: String, answer: Answer) {
        self.comment = comment
        self.guid = guid
        self.form = form
        self.answer = answer
    }
}

extension ReadTransaction {
    package func akismet(site: Site.ID) throws -> AkismetSettings {
        try first("SELECT key_sealed, server, refuses_certain, alert FROM akismet WHERE site_id = \(site)") {
            AkismetSettings(key: $0.text(0), server: $0.text(1), refusesCertain: $0.bool(2), alert: $0.text(3))
        } ?? AkismetSettings()
    }

    package func akismetCheck(of comment: Comment.ID) throws -> AkismetCheck? {
        try first(
            "SELECT comment_id, guid, form, answer FROM akismet_check WHERE comment_id = \(comment)",
            decode: AkismetCheck.init(row:))
    }

    package func akismetCheck(guid: String, site: Site.ID) throws -> AkismetCheck? {
        if guid.isEmpty { return nil }
        return try first(
            """
            SELECT comment_id, guid, form, answer FROM akismet_check
            WHERE site_id = \(site) AND guid = \(guid) AND guid <> ''
            """, decode: AkismetCheck.init(row:))
    }
}

extension WriteTransaction {
    package func set(_ settings: AkismetSettings, site: Site.ID) throws {
        try run("DELETE FROM akismet WHERE site_id = \(site)")
        try run(
            """
            INSERT INTO akismet (site_id, key_sealed, server, refuses_certain, alert)
            VALUES (\(site), \(settings.key), \(settings.server), \(settings.refusesCertain), \(settings.alert))
            """)
    }

    package func setAkismetAlert(_ alert: String, site: Site.ID) throws {
        try run("UPDATE akismet SET alert = \(alert) WHERE site_id = \(site) AND alert <> \(alert)")
    }

    /// The latest counts.
    package func note(_ check: AkismetCheck, site: Site.ID) throws {
        try run(
            """
            INSERT INTO akismet_check (comment_id, site_id, guid, form, answer)
            VALUES (\(check.comment), \(site), \(check.guid), \(check.form), \(check.answer))
            ON CONFLICT (comment_id) DO UPDATE SET guid = excluded.guid, answer = excluded.answer
            """)
    }
}

extension AkismetCheck.Answer: SQLValue {}

extension AkismetCheck {
    fileprivate init(row: any Row) throws {
        self.init(comment: row.id(0), guid: row.text(1), form: row.text(2), answer: try row.case(3))
    }
}
