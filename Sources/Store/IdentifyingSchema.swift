internal import Database

extension Migration {
    /// Readers who log in. Secrets and attempts are sealed; of tokens there are digests.
    static let identifying = Migration(version: 17, name: "identifying") { d in
        [
            """
            CREATE TABLE identity_provider (
                site_id \(d.integer) NOT NULL REFERENCES site (id), slug \(d.text) NOT NULL, preset \(d.text) NOT NULL,
                name \(d.text) NOT NULL, is_on \(d.integer) NOT NULL CHECK (is_on IN (0, 1)),
                client \(d.text) NOT NULL, secret \(d.text) NOT NULL, details \(d.text) NOT NULL,
                PRIMARY KEY (site_id, slug))\(d.keyTable)
            """,
            """
            CREATE TABLE provider_client (
                site_id \(d.integer) NOT NULL REFERENCES site (id), issuer \(d.text) NOT NULL,
                redirect \(d.text) NOT NULL, client \(d.text) NOT NULL, secret \(d.text) NOT NULL,
                created_at \(d.integer) NOT NULL, PRIMARY KEY (site_id, issuer, redirect))\(d.keyTable)
            """,
            """
            CREATE TABLE identity (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), provider \(d.text) NOT NULL,
                issuer \(d.text) NOT NULL, subject \(d.text) NOT NULL, person_id \(d.integer) REFERENCES identity (id),
                account_id \(d.integer) REFERENCES account (id) ON DELETE SET NULL, name \(d.text) NOT NULL,
                folded \(d.text) NOT NULL, handle \(d.text) NOT NULL, website \(d.text) NOT NULL,
                email \(d.text) NOT NULL, picture_source \(d.text) NOT NULL, picture \(d.text) NOT NULL,
                namesake \(d.integer) NOT NULL, created_at \(d.integer) NOT NULL, seen_at \(d.integer) NOT NULL,
                UNIQUE (site_id, provider, issuer, subject))\(d.table)
            """,
            "CREATE INDEX identity_person ON identity (person_id)",
            "CREATE INDEX identity_account ON identity (account_id) WHERE account_id IS NOT NULL",
            "CREATE INDEX identity_name ON identity (site_id, provider, folded, namesake)",
            "CREATE INDEX identity_picture ON identity (site_id, picture)",
            """
            CREATE TABLE reader_session (
                token \(d.text) PRIMARY KEY,
                identity_id \(d.integer) NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
                created_at \(d.integer) NOT NULL, expires_at \(d.integer) NOT NULL)\(d.keyTable)
            """,
            "CREATE INDEX reader_session_identity ON reader_session (identity_id)",
            "CREATE INDEX reader_session_end ON reader_session (expires_at)",
            """
            CREATE TABLE login_attempt (
                state \(d.text) PRIMARY KEY, site_id \(d.integer) NOT NULL REFERENCES site (id),
                browser \(d.text) NOT NULL, provider \(d.text) NOT NULL, purpose \(d.text) NOT NULL, attempt \(d.text) NOT NULL,
                path \(d.text) NOT NULL, draft \(d.text) NOT NULL, fault \(d.text) NOT NULL,
                created_at \(d.integer) NOT NULL, ends_at \(d.integer) NOT NULL, used_at \(d.integer)
            )\(d.keyTable)
            """,
            "CREATE INDEX login_attempt_browser ON login_attempt (browser, path, created_at)",
            "CREATE INDEX login_attempt_end ON login_attempt (ends_at)",
            "ALTER TABLE comment ADD COLUMN identity_id \(d.integer) REFERENCES identity (id) ON DELETE SET NULL",
            "CREATE INDEX comment_identity ON comment (identity_id, status) WHERE identity_id IS NOT NULL",
            """
            ALTER TABLE discussion ADD COLUMN responders \(d.text) NOT NULL DEFAULT 'everybody'
                CHECK (responders IN ('everybody', 'logged-in', 'approved'))
            """,
        ]
    }
}
