internal import Database

extension Migration {
    /// Work that is to be done after the change that asked for it.
    static let jobs = Migration(version: 5, name: "jobs") { d in
        [
            """
            CREATE TABLE job (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), kind \(d.text) NOT NULL,
                key \(d.text) NOT NULL, payload \(d.text) NOT NULL, run_after \(d.integer) NOT NULL,
                leased_until \(d.integer), lease \(d.integer) NOT NULL DEFAULT 0,
                attempts \(d.integer) NOT NULL DEFAULT 0, version \(d.integer) NOT NULL DEFAULT 1, error \(d.text),
                is_dead \(d.integer) NOT NULL DEFAULT 0 CHECK (is_dead IN (0, 1)),
                UNIQUE (site_id, kind, key))\(d.table)
            """,
            "CREATE INDEX job_due ON job (is_dead, kind, run_after)",
        ]
    }
}
