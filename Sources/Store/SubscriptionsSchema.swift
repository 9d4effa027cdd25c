internal import Database

extension Migration {
    /// Who hears by mail of what, and what they are to be told. `told` keeps what everybody was told already.
    static let subscriptions = Migration(version: 12, name: "subscriptions") { d in
        [
            """
            CREATE TABLE subscriber (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), folded \(d.text) NOT NULL,
                address \(d.text) NOT NULL, pace \(d.text) NOT NULL CHECK (pace IN ('instantly', 'daily', 'weekly')),
                new_posts \(d.text) NOT NULL CHECK (new_posts IN ('off', 'asked', 'on')), confirmed_at \(d.integer),
                browser \(d.text) NOT NULL DEFAULT '', asked_at \(d.integer), created_at \(d.integer) NOT NULL,
                origin \(d.text) NOT NULL CHECK (origin IN ('form', 'imported')), due_at \(d.integer),
                UNIQUE (site_id, folded))\(d.table)
            """,
            "CREATE INDEX subscriber_due ON subscriber (site_id, due_at)",
            """
            CREATE TABLE followed_post (
                subscriber_id \(d.integer) NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
                post_id \(d.integer) NOT NULL REFERENCES post (id) ON DELETE CASCADE,
                stream \(d.text) NOT NULL CHECK (stream IN ('asked', 'on')),
                PRIMARY KEY (subscriber_id, post_id))\(d.keyTable)
            """,
            "CREATE INDEX followed_post_post ON followed_post (post_id, stream)",
            """
            CREATE TABLE news (
                id \(d.identity), subscriber_id \(d.integer) NOT NULL REFERENCES subscriber (id) ON DELETE CASCADE,
                post_id \(d.integer) NOT NULL REFERENCES post (id) ON DELETE CASCADE,
                comment_id \(d.integer) REFERENCES comment (id) ON DELETE CASCADE)\(d.table)
            """,
            "CREATE INDEX news_subscriber ON news (subscriber_id, id)",
            "CREATE INDEX news_post ON news (post_id)",
            "CREATE INDEX news_comment ON news (comment_id)",
            """
            CREATE TABLE told (
                site_id \(d.integer) NOT NULL REFERENCES site (id), kind \(d.text) NOT NULL,
                object_id \(d.integer) NOT NULL, PRIMARY KEY (site_id, kind, object_id))\(d.keyTable)
            """,
        ]
    }
}
