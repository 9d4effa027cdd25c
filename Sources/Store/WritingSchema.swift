internal import Database

extension Migration {
    /// What writing leaves behind a post: its former texts, what is typed and not saved, links to look at it before it is
    /// public, and what it was before it went to the trash.
    static let writing = Migration(version: 7, name: "writing") { d in
        [
            """
            CREATE TABLE post_revision (
                id \(d.identity), post_id \(d.integer) NOT NULL REFERENCES post (id) ON DELETE CASCADE,
                at \(d.integer) NOT NULL, account_id \(d.integer) REFERENCES account (id), title \(d.text) NOT NULL,
                source \(d.text) NOT NULL, source_format \(d.text) NOT NULL, excerpt_source \(d.text) NOT NULL)\(d.table)
            """,
            "CREATE INDEX post_revision_post ON post_revision (post_id, id)",
            "CREATE INDEX post_revision_account ON post_revision (account_id) WHERE account_id IS NOT NULL",
            """
            CREATE TABLE post_autosave (
                post_id \(d.integer) NOT NULL REFERENCES post (id) ON DELETE CASCADE,
                account_id \(d.integer) NOT NULL REFERENCES account (id) ON DELETE CASCADE, at \(d.integer) NOT NULL,
                serial \(d.integer) NOT NULL, post_version \(d.integer) NOT NULL, title \(d.text) NOT NULL,
                source \(d.text) NOT NULL, excerpt_source \(d.text) NOT NULL, PRIMARY KEY (post_id, account_id))\(d.table)
            """,
            "CREATE INDEX post_autosave_account ON post_autosave (account_id)",
            """
            CREATE TABLE post_preview (
                post_id \(d.integer) PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE,
                token_hash \(d.text) NOT NULL UNIQUE, at \(d.integer) NOT NULL)\(d.table)
            """,
            """
            CREATE TABLE post_trash (
                post_id \(d.integer) PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE, at \(d.integer) NOT NULL,
                status \(d.text) NOT NULL)\(d.table)
            """,
        ]
    }
}
