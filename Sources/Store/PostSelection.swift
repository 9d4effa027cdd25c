package import Database
package import Model
internal import Search

/// What a list of posts for writers asks for.
package struct PostSelection: Hashable, Sendable {
    package var kind: Post.Kind
    package var statuses: [Post.Status]
    package var author: Account.ID?
    /// `2012-02`, of the date that readers see.
    package var month: String?
    package var term: Term.ID?
    /// Words that the title has, in any form; empty for all.
    package var words: String

    package init(
        kind: Post.Kind = .post, statuses: [Post.Status] = Post.Status.allCases.filter { $0 != .trash },
        author: Account.ID? = nil, month: String? = nil, term: Term.ID? = nil, words: String = ""
    ) {
        self.kind = kind
        self.statuses = statuses
        self.author = author
        self.month = month
        self.term = term
        self.words = words
    }
}

/// A row of such a list.
package struct PostRow: Hashable, Sendable {
    package let id: Post.ID
    package let number: Int64
    package let status: Post.Status
    package let title: String
    package let author: Account.ID?
    package let localDate: LocalDateTime?
    package let modifiedAt: Instant
    package let isSticky: Bool
    package let hasPassword: Bool
    package let comments: Int
}

// The titles of a blog are few enough to be read whole, so that all filters together need one index.
extension ReadTransaction {
    /// Newest first, those without a date at the top.
    package func rows(_ selection: PostSelection, site: Site.ID) throws -> [PostRow] {
        let inTerm = try selection.term.map { term in
            try Set(all("SELECT post_id FROM post_term WHERE term_id = \(term)") { $0.id(0) as Post.ID })
        }
        let words = Self.folded(selection.words)
        let rows = try all(
            """
            SELECT id, number, status, title, author_id, local_date, modified_at, sticky, password, comment_count
            FROM post WHERE site_id = \(site) AND kind = \(selection.kind) AND status IN \(list: selection.statuses)
            """, decode: PostRow.init(row:))
        return rows.filter { row in
            (selection.author == nil || row.author == selection.author)
                && (inTerm?.contains(row.id) ?? true)
                && (selection.month.map { row.localDate?.dateText.hasPrefix($0) ?? false } ?? true)
                && (words.isEmpty || Self.has(words, in: Self.folded(row.title)))
        }
        .sorted { ($0.localDate?.text ?? "~", $0.number) > ($1.localDate?.text ?? "~", $1.number) }
    }

    /// How many posts of a kind have each status.
    package func statusCounts(of kind: Post.Kind, site: Site.ID) throws -> [Post.Status: Int] {
        let counts: [(Post.Status, Int)] = try all(
            "SELECT status, count(*) FROM post WHERE site_id = \(site) AND kind = \(kind) GROUP BY status"
        ) { (try $0.case(0), $0.int(1)) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    private static func folded(_ text: String) -> [Substring] { Tokens.line(text).split(separator: " ") }

    private static func has(_ words: [Substring], in title: [Substring]) -> Bool {
        words.allSatisfy { word in title.contains { $0.hasPrefix(word) } }
    }
}

extension PostRow {
    fileprivate init(row: any Row) throws {
        self.init(
            id: row.id(0), number: row.int64(1), status: try row.case(2), title: row.text(3),
            author: row.optionalID(4), localDate: row.localDate(5), modifiedAt: row.instant(6),
            isSticky: row.bool(7), hasPassword: row.optionalText(8) != nil, comments: row.int(9))
    }
}
