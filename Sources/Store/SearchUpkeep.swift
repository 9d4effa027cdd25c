package import Database
internal import Model

extension Database {
    /// Puts the words of posts that wait for it into the index, in pieces of under a second. What is interrupted goes on
    /// at the next opening.
    func fillSearch() async throws {
        guard try await read({ tx in try tx.isSearchWaiting() }) else { return }
        while try await writeAlone({ tx in try tx.fillSearch(posts: 100) }) {}
        try await tidySearch()
    }

    /// Makes the index anew from what is stored.
    package func rebuildSearch() async throws {
        try await writeAlone { tx in try tx.queueAllForSearch() }
        try await fillSearch()
    }

    /// Merges the parts of the index, in pieces of under a second: searches get faster, and the words of what was removed
    /// leave the file. Cheap where there is nothing to do.
    package func tidySearch() async throws {
        guard dialect == .sqlite else { return }
        for table in WordTable.allCases {
            while try await writeAlone({ tx in try tx.mergeWords(of: table) }) {}
        }
    }
}

/// The tables of the index.
enum WordTable: CaseIterable, Sendable {
    case posts, comments
}

extension ReadTransaction {
    fileprivate func isSearchWaiting() throws -> Bool {
        try first("SELECT 1 FROM search_waiting LIMIT 1") { _ in true } ?? false
    }
}

extension WriteTransaction {
    fileprivate func queueAllForSearch() throws {
        try run("DELETE FROM post_words")
        try run("DELETE FROM comment_words")
        try run("DELETE FROM search_waiting")
        try run(
            """
            INSERT INTO search_waiting (post_id)
            SELECT id FROM post WHERE status = 'published' AND password IS NULL AND kind IN ('post', 'page')
            """)
    }

    /// Gives false when none is left.
    fileprivate func fillSearch(posts count: Int) throws -> Bool {
        let ids: [Post.ID] = try all("SELECT post_id FROM search_waiting ORDER BY post_id LIMIT \(count)") { $0.id(0) }
        for id in ids {
            try run("DELETE FROM search_waiting WHERE post_id = \(id)")
            // As if it came into sight now.
            if let post = try post(id) { try updateWords(of: post, formerly: nil, nil) }
        }
        return ids.count == count
    }

    /// One step of SQLite's merging, of about two megabytes; false when there was nothing to merge.
    fileprivate func mergeWords(of table: WordTable) throws -> Bool {
        // https://www.sqlite.org/fts5.html#the_merge_command: a step that did nothing makes less than two changes.
        let before = try changes()
        switch table {
        case .posts: try run("/* sqlite */ INSERT INTO post_words (post_words, rank) VALUES ('merge', -500)")
        case .comments: try run("/* sqlite */ INSERT INTO comment_words (comment_words, rank) VALUES ('merge', -500)")
        }
        return try changes() - before >= 2
    }

    private func changes() throws -> Int { try first("/* sqlite */ SELECT total_changes()") { $0.int(0) } ?? 0 }
}
