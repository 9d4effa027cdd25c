package import Database
package import Model

/// One step of the schema. Steps go forward only, and one that was released is never edited.
package struct Migration: Sendable {
    package let version: Int
    package let name: String
    /// The statements in order, written once with the dialect's words for what differs.
    package let statements: @Sendable (Dialect) -> [String]

    package init(version: Int, name: String, statements: @escaping @Sendable (Dialect) -> [String]) {
        self.version = version
        self.name = name
        self.statements = statements
    }

    package static let all: [Migration] = [
        .firstSchema, .searchTables, .mediaFiles, .renderingIndex, .jobs, .responding, .writing,
        .signingIn, .presenting, .termAliases, .notifying,
        .subscriptions, .shaping, .oneTimeCodes, .programs, .views, .identifying, .liking, .retention, .passkeys,
        .likingComments, .filtering, .chronicle, .sources, .todayMail, .links,
    ]
}

/// How far a database's schema has come.
package struct SchemaState: Sendable {
    /// 0 for a database without any table of ours.
    package let version: Int
    package let pending: [Migration]

    package var isNew: Bool { version == 0 }

    /// - Throws: `DatabaseError.newer`
    package static func read(
        in tx: any ReadTransaction, of migrations: [Migration] = Migration.all
    ) throws -> SchemaState {
        try tx.schemaState(of: migrations)
    }
}

extension Database {
    /// What is still to be done by `migrate`. A caller copies a database that is not new before it migrates.
    ///
    /// - Throws: `DatabaseError.newer` when the database was written by a newer program.
    package func schemaState(of migrations: [Migration] = Migration.all) async throws -> SchemaState {
        try await read { try $0.schemaState(of: migrations) }
    }

    /// Brings the schema up to date: each step is one transaction. Does nothing when there is nothing to do.
    /// Goes on with filling the index of words where that was left unfinished.
    package func migrate(at now: Instant, through migrations: [Migration] = Migration.all) async throws {
        for migration in try await schemaState(of: migrations).pending {
            try await writeAlone { tx in
                // Another process may have come first.
                guard try tx.schemaState(of: migrations).pending.contains(where: { $0.version == migration.version })
                else { return }
                for text in migration.statements(tx.dialect) { try tx.run(SQL(ddl: text)) }
                try tx.run(
                    """
                    INSERT INTO schema_migration (version, name, applied_at)
                    VALUES (\(migration.version), \(migration.name), \(now))
                    """)
            }
        }
        if migrations.contains(where: { $0.version == Migration.searchTables.version }) { try await fillSearch() }
    }
}

extension ReadTransaction {
    func schemaState(of migrations: [Migration]) throws -> SchemaState {
        var version = 0
        if try hasMigrationTable() {
            version = try first("SELECT coalesce(max(version), 0) FROM schema_migration") { $0.int(0) } ?? 0
        }
        let known = migrations.map(\.version).max() ?? 0
        guard version <= known else { throw DatabaseError.newer(found: version, known: known) }
        return SchemaState(version: version, pending: migrations.filter { $0.version > version })
    }

    private func hasMigrationTable() throws -> Bool {
        switch dialect {
        case .sqlite:
            try first("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_migration'") { _ in true }
                ?? false
        case .postgres:
            try first("SELECT 1 FROM information_schema.tables WHERE table_name = 'schema_migration'") { _ in true }
                ?? false
        }
    }
}

extension SQL {
    /// Only for the statements of migrations, which hold no values.
    init(ddl text: String) {
        self = ""
        self.text = text
    }
}
