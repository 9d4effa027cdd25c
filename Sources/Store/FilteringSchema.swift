internal import Database

extension Migration {
    /// A filter for spam belongs to the site, or to a key by which another site asks. `lesson` is what it has been told
    /// since its bytes were kept; `judgement` what it said of a response.
    static let filtering = Migration(version: 22, name: "filtering") { d in
        [
            """
            CREATE TABLE spam_filter (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), key_digest \(d.text) UNIQUE,
                name \(d.text) NOT NULL, created_at \(d.integer) NOT NULL, bytes \(d.bytes) NOT NULL,
                lessons \(d.integer) NOT NULL)\(d.table)
            """,
            "CREATE INDEX spam_filter_site ON spam_filter (site_id, id)",
            """
            CREATE TABLE lesson (
                id \(d.identity), filter_id \(d.integer) NOT NULL REFERENCES spam_filter (id) ON DELETE CASCADE,
                comment_id \(d.integer) REFERENCES comment (id) ON DELETE CASCADE,
                is_spam \(d.integer) NOT NULL CHECK (is_spam IN (0, 1)),
                is_undone \(d.integer) NOT NULL CHECK (is_undone IN (0, 1)), features \(d.bytes))\(d.table)
            """,
            "CREATE INDEX lesson_filter ON lesson (filter_id, id)",
            "CREATE INDEX lesson_comment ON lesson (comment_id)",
            """
            CREATE TABLE judgement (
                comment_id \(d.integer) PRIMARY KEY REFERENCES comment (id) ON DELETE CASCADE,
                site_id \(d.integer) NOT NULL REFERENCES site (id), verdict \(d.text) NOT NULL,
                permille \(d.integer) NOT NULL, reasons \(d.text) NOT NULL, repetitions \(d.integer) NOT NULL,
                approvals \(d.integer) NOT NULL,
                burst \(d.integer) NOT NULL, odd_head \(d.integer) NOT NULL CHECK (odd_head IN (0, 1)), taught \(d.integer) CHECK (taught IN (0, 1)))\(d.table)
            """,
            """
            CREATE INDEX judgement_taught ON judgement (site_id, comment_id) WHERE taught IS NOT NULL
            """,
            """
            CREATE INDEX judgement_spam ON judgement (site_id, comment_id) WHERE verdict = 'spam' AND taught IS NULL
            """,
            """
            CREATE TABLE filter_day (
                filter_id \(d.integer) NOT NULL REFERENCES spam_filter (id) ON DELETE CASCADE, day \(d.text) NOT NULL,
                checked \(d.integer) NOT NULL, caught \(d.integer) NOT NULL, discarded \(d.integer) NOT NULL,
                rescued \(d.integer) NOT NULL, missed \(d.integer) NOT NULL,
                PRIMARY KEY (filter_id, day))\(d.keyTable)
            """,
            """
            ALTER TABLE discussion ADD COLUMN filtering \(d.text) NOT NULL DEFAULT 'on'
                CHECK (filtering IN ('off', 'noting', 'on'))
            """,
            """
            CREATE TABLE akismet (
                site_id \(d.integer) PRIMARY KEY REFERENCES site (id), key_sealed \(d.text) NOT NULL,
                server \(d.text) NOT NULL, refuses_certain \(d.integer) NOT NULL CHECK (refuses_certain IN (0, 1)),
                alert \(d.text) NOT NULL)\(d.table)
            """,
            """
            CREATE TABLE akismet_check (
                comment_id \(d.integer) PRIMARY KEY REFERENCES comment (id) ON DELETE CASCADE,
                site_id \(d.integer) NOT NULL REFERENCES site (id), guid \(d.text) NOT NULL, form \(d.text) NOT NULL,
                answer \(d.text) NOT NULL CHECK (answer IN ('waits', 'spam', 'real')))\(d.table)
            """,
            "CREATE INDEX akismet_check_guid ON akismet_check (site_id, guid) WHERE guid <> ''",
            """
            ALTER TABLE discussion ADD COLUMN asks_akismet \(d.integer) NOT NULL DEFAULT 0
                CHECK (asks_akismet IN (0, 1))
            """,
            "ALTER TABLE discussion ADD COLUMN real_lost \(d.integer) NOT NULL DEFAULT 10",
            "ALTER TABLE discussion ADD COLUMN spam_published \(d.integer) NOT NULL DEFAULT 200",
        ]
    }
}
