internal import Database

extension Migration {
    /// The words of what readers may see. The tables' rows have the ids of their posts and comments as `rowid`.
    static let searchTables = Migration(version: 2, name: "search") { dialect in
        dialect.wordTables + [
            "CREATE TABLE search_waiting (post_id \(dialect.integer) PRIMARY KEY)\(dialect.table)",
            """
            INSERT INTO search_waiting (post_id)
            SELECT id FROM post WHERE status = 'published' AND password IS NULL AND kind IN ('post', 'page')
            """,
        ]
    }
}

extension Dialect {
    /// Both take finished words with a blank between. SQLite's `ascii` tokenizer leaves all other bytes as they are.
    fileprivate var wordTables: [String] {
        switch self {
        case .sqlite:
            [
                "CREATE VIRTUAL TABLE post_words USING fts5 (title, body, tokenize = 'ascii')",
                "CREATE VIRTUAL TABLE comment_words USING fts5 (body, tokenize = 'ascii')",
                """
                CREATE TRIGGER post_words_gone AFTER DELETE ON post BEGIN
                    DELETE FROM post_words WHERE rowid = old.id;
                END
                """,
                """
                CREATE TRIGGER comment_words_gone AFTER DELETE ON comment BEGIN
                    DELETE FROM comment_words WHERE rowid = old.id;
                END
                """,
            ]
        case .postgres:
            [
                """
                CREATE TABLE post_words (
                    rowid BIGINT PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE, title TEXT NOT NULL,
                    body TEXT NOT NULL,
                    words tsvector GENERATED ALWAYS AS (
                        setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', body), 'C')
                    ) STORED)
                """,
                "CREATE INDEX post_words_word ON post_words USING gin (words)",
                """
                CREATE TABLE comment_words (
                    rowid BIGINT PRIMARY KEY REFERENCES comment (id) ON DELETE CASCADE, body TEXT NOT NULL,
                    words tsvector GENERATED ALWAYS AS (to_tsvector('simple', body)) STORED)
                """,
                "CREATE INDEX comment_words_word ON comment_words USING gin (words)",
            ]
        }
    }
}
