internal import Database

extension SQLiteDatabase {
    /// What `PRAGMA quick_check` and `PRAGMA foreign_key_check` find, in SQLite's words; empty for a sound database.
    /// Reads the whole file.
    package func faults() async throws -> [String] {
        try await read { tx in
            let pages = try tx.all("PRAGMA quick_check(20)") { $0.text(0) }.filter { $0 != "ok" }
            let keys = try tx.all("PRAGMA foreign_key_check") { row in
                "a row of \(row.text(0)) names one of \(row.text(2)) that is gone"
            }
            return pages + Array(keys.prefix(20))
        }
    }
}
