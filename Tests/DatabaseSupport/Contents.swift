package import Database

extension ReadTransaction {
    /// Every row of every table of an SQLite database as text, sorted, by the table's name.
    ///
    /// - Parameter tables: left out, as they tell when something was done and not what is there.
    package func contents(
        without tables: Set<String> = ["event", "schema_migration", "sqlite_sequence", "touched"]
    ) throws -> [String: [String]] {
        let names = try all("SELECT name FROM sqlite_master WHERE type = 'table'") { $0.text(0) }
        var contents: [String: [String]] = [:]
        // The shadow tables of an index have the same words in parts that depend on when they were written.
        for table in names where !tables.contains(table) && !table.contains("_words_") {
            // When a job is due depends on when it was asked for.
            let columns = try all("SELECT name FROM pragma_table_info(\(table)) WHERE name <> 'run_after'") {
                $0.text(0)
            }
            var rows: SQL = ""
            rows.text = "SELECT json_array(\(columns.joined(separator: ", "))) FROM \(table)"
            contents[table] = try all(rows) { $0.text(0) }.sorted()
        }
        return contents
    }
}
