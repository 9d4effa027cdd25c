internal import Database
internal import Model
internal import Search

extension Post {
    /// Readers may find it: it is public, of a kind that is read, and asks for no password.
    var isFindable: Bool { status == .published && password == nil && (kind == .post || kind == .page) }
}

extension WriteTransaction {
    /// Puts the words of a post that is new into the index.
    func addWords(of post: Post, _ body: PostBody) throws {
        guard post.isFindable else { return }
        try run(
            """
            INSERT INTO post_words (rowid, title, body)
            VALUES (\(post.id), \(Tokens.line(post.title)), \(Tokens.line(body.words)))
            """)
    }

    /// Brings the index in line with a post that changed, and with its comments where it came into or out of sight.
    ///
    /// - Parameter body: nil where it is as it was.
    func updateWords(of post: Post, formerly former: Post?, _ body: PostBody?) throws {
        let wasFindable = former?.isFindable ?? false
        if post.isFindable == wasFindable, body == nil, post.title == former?.title { return }
        try run("DELETE FROM post_words WHERE rowid = \(post.id)")
        if post.isFindable, let body = try body ?? self.body(of: post.id) { try addWords(of: post, body) }
        if post.isFindable != wasFindable { try updateWords(ofCommentsUnder: post.id) }
    }

    private func updateWords(ofCommentsUnder post: Post.ID) throws {
        try run("DELETE FROM comment_words WHERE rowid IN (SELECT id FROM comment WHERE post_id = \(post))")
        try addWords(ofCommentsUnder: post)
    }

    /// Puts the words of a post's comments into the index, those that readers see.
    ///
    /// - Parameter first: ids never return, so those from this one on are the ones that were just inserted.
    func addWords(ofCommentsUnder post: Post.ID, from first: Comment.ID = Comment.ID(0)) throws {
        let comments: [(id: Comment.ID, html: SafeHTML)] = try all(
            """
            SELECT comment.id, comment.html FROM comment
            JOIN comment AS root ON root.id = coalesce(comment.root_id, comment.id) AND root.thread_size > 0
            JOIN post ON post.id = comment.post_id AND post.status = 'published' AND post.password IS NULL
                AND post.kind IN ('post', 'page')
            WHERE comment.post_id = \(post) AND comment.id >= \(first) AND comment.kind = 'comment'
                AND comment.status = 'approved'
            """
        ) { ($0.id(0), SafeHTML(stored: $0.text(1))) }
        for comment in comments { try addWords(of: comment.id, comment.html) }
    }

    /// Brings the index in line with a comment that changed, and with its answers where it stands at the top of a thread.
    func updateWords(of comment: Comment.ID, inThread root: Comment.ID) throws {
        let thread = comment == root ? root : nil
        try run(
            """
            DELETE FROM comment_words
            WHERE rowid IN (SELECT id FROM comment WHERE id = \(comment) OR root_id = \(thread))
            """)
        let comments: [(id: Comment.ID, html: SafeHTML)] = try all(
            """
            SELECT comment.id, comment.html FROM comment
            JOIN comment AS root ON root.id = coalesce(comment.root_id, comment.id) AND root.thread_size > 0
            JOIN post ON post.id = comment.post_id AND post.status = 'published' AND post.password IS NULL
                AND post.kind IN ('post', 'page')
            WHERE (comment.id = \(comment) OR comment.root_id = \(thread)) AND comment.kind = 'comment'
                AND comment.status = 'approved'
            """
        ) { ($0.id(0), SafeHTML(stored: $0.text(1))) }
        for comment in comments { try addWords(of: comment.id, comment.html) }
    }

    private func addWords(of comment: Comment.ID, _ html: SafeHTML) throws {
        try run("INSERT INTO comment_words (rowid, body) VALUES (\(comment), \(Tokens.line(html.words)))")
    }
}

extension PostBody {
    /// The text of all its pages.
    var words: String { pages.map(\.words).joined(separator: "\n") }
}
