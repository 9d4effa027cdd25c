internal import Database

extension Migration {
    /// `submission` is what is known of how a response came; `comment_version` keeps what it said before it was changed.
    static let responding = Migration(version: 6, name: "responding") { d in
        [
            """
            CREATE TABLE discussion (
                site_id \(d.integer) PRIMARY KEY REFERENCES site (id),
                opens_new_posts \(d.integer) NOT NULL CHECK (opens_new_posts IN (0, 1)),
                email \(d.text) NOT NULL CHECK (email IN ('required', 'optional', 'never')),
                closes_after_days \(d.integer) CHECK (closes_after_days > 0),
                depth \(d.integer) NOT NULL CHECK (depth BETWEEN 1 AND 10),
                newest_first \(d.integer) NOT NULL CHECK (newest_first IN (0, 1)),
                holding \(d.text) NOT NULL CHECK (holding IN ('everybody', 'first-comment', 'nobody')),
                links_held \(d.integer) CHECK (links_held > 0), held_words \(d.text) NOT NULL,
                blocked_words \(d.text) NOT NULL, edit_minutes \(d.integer) NOT NULL CHECK (edit_minutes >= 0)
            )\(d.table)
            """,
            """
            CREATE TABLE submission (
                comment_id \(d.integer) PRIMARY KEY REFERENCES comment (id) ON DELETE CASCADE,
                site_id \(d.integer) NOT NULL REFERENCES site (id), digest \(d.text) NOT NULL,
                browser \(d.text) NOT NULL, network \(d.text) NOT NULL, agent \(d.text) NOT NULL,
                seconds \(d.integer), filled_trap \(d.integer) NOT NULL CHECK (filled_trap IN (0, 1)),
                reasons \(d.text) NOT NULL, UNIQUE (site_id, digest))\(d.table)
            """,
            "CREATE INDEX submission_browser ON submission (site_id, browser, comment_id)",
            "CREATE INDEX submission_network ON submission (site_id, network, comment_id)",
            """
            CREATE TABLE comment_version (
                id \(d.identity), comment_id \(d.integer) NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
                at \(d.integer) NOT NULL, actor \(d.text) NOT NULL, author_name \(d.text) NOT NULL,
                author_url \(d.text) NOT NULL, author_email \(d.text) NOT NULL, source \(d.text) NOT NULL)\(d.table)
            """,
            "CREATE INDEX comment_version_comment ON comment_version (comment_id, id)",
            """
            ALTER TABLE comment ADD COLUMN source_format \(d.text) NOT NULL DEFAULT 'wordpress'
                CHECK (source_format IN ('wordpress', 'markdown'))
            """,
            "CREATE INDEX comment_state ON comment (site_id, status, id)",
            "CREATE INDEX comment_email ON comment (site_id, author_email, status)",
        ]
    }
}
