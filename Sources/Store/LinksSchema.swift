internal import Database

extension Migration {
    /// Addresses elsewhere, who names them, and whether they still answer. `link_place` has no foreign key to what names
    /// an address: that may be a post or something else.
    static let links = Migration(version: 26, name: "links") { d in
        [
            """
            CREATE TABLE link (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), address \(d.text) NOT NULL,
                host \(d.text) NOT NULL,
                state \(d.text) NOT NULL CHECK (state IN ('unchecked', 'working', 'failing', 'dead', 'barred')),
                wants_get \(d.integer) NOT NULL CHECK (wants_get IN (0, 1)), failures \(d.integer) NOT NULL,
                status \(d.integer), problem \(d.text) NOT NULL, moved_to \(d.text), checked_at \(d.integer),
                worked_at \(d.integer), failing_since \(d.integer), due_at \(d.integer) NOT NULL, archive \(d.text),
                is_ignored \(d.integer) NOT NULL CHECK (is_ignored IN (0, 1)), UNIQUE (site_id, address))\(d.table)
            """,
            "CREATE INDEX link_due ON link (site_id, due_at, id) WHERE is_ignored = 0",
            "CREATE INDEX link_state ON link (site_id, state, id)",
            "CREATE INDEX link_moved ON link (site_id, id) WHERE moved_to IS NOT NULL",
            "CREATE INDEX link_archive ON link (site_id) WHERE archive IS NOT NULL",
            """
            CREATE TABLE link_place (
                kind \(d.text) NOT NULL CHECK (kind IN ('post', 'source')), place_id \(d.integer) NOT NULL,
                link_id \(d.integer) NOT NULL REFERENCES link (id) ON DELETE CASCADE,
                PRIMARY KEY (kind, place_id, link_id))\(d.table)
            """,
            "CREATE INDEX link_place_link ON link_place (link_id)",
            """
            CREATE TABLE link_host (
                site_id \(d.integer) NOT NULL REFERENCES site (id), host \(d.text) NOT NULL,
                free_at \(d.integer) NOT NULL, PRIMARY KEY (site_id, host))\(d.table)
            """,
            """
            CREATE TABLE link_checking (
                site_id \(d.integer) PRIMARY KEY REFERENCES site (id),
                is_on \(d.integer) NOT NULL CHECK (is_on IN (0, 1)), interval_days \(d.integer) NOT NULL,
                pause_seconds \(d.integer) NOT NULL, collected_at \(d.integer))\(d.table)
            """,
        ]
    }
}
