internal import Database

extension Migration {
    /// What posts tell of. Days are numbers (`EventSpan.key`); `is_listed` says that readers see post and event.
    static let chronicle = Migration(version: 23, name: "chronicle") { d in
        [
            """
            CREATE TABLE post_event (
                post_id \(d.integer) PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE,
                site_id \(d.integer) NOT NULL REFERENCES site (id), fields \(d.text) NOT NULL,
                state \(d.text) NOT NULL CHECK (state IN ('certain', 'doubtful', 'refused')),
                first_day \(d.integer), last_day \(d.integer), month \(d.integer), day \(d.integer),
                other_month \(d.integer), other_day \(d.integer),
                is_lasting \(d.integer) NOT NULL CHECK (is_lasting IN (0, 1)),
                is_listed \(d.integer) NOT NULL CHECK (is_listed IN (0, 1)))\(d.table)
            """,
            """
            CREATE INDEX post_event_day ON post_event (site_id, month, day, first_day, post_id) WHERE is_listed = 1
            """,
            """
            CREATE INDEX post_event_other_day ON post_event (site_id, other_month, other_day, first_day, post_id)
                WHERE is_listed = 1 AND other_month IS NOT NULL
            """,
            "CREATE INDEX post_event_time ON post_event (site_id, first_day, post_id) WHERE is_listed = 1",
            """
            CREATE INDEX post_event_lasting ON post_event (site_id, last_day, first_day)
                WHERE is_listed = 1 AND is_lasting = 1
            """,
            "CREATE INDEX post_event_doubtful ON post_event (site_id, post_id) WHERE state = 'doubtful'",
            "ALTER TABLE post_revision ADD COLUMN event \(d.text)",
            """
            CREATE TABLE chronicle (
                site_id \(d.integer) PRIMARY KEY REFERENCES site (id), prefix \(d.text) NOT NULL,
                leap_day \(d.text) NOT NULL CHECK (leap_day IN ('leap-years', 'february-28', 'march-1')),
                on_home \(d.integer) NOT NULL CHECK (on_home IN (0, 1)),
                beside_posts \(d.integer) NOT NULL CHECK (beside_posts IN (0, 1)),
                per_page \(d.integer) NOT NULL)\(d.table)
            """,
        ]
    }
}
