extension CommentView {
    /// Builds the threads of a page from its comments in reading order (each followed by its replies), each with its
    /// depth: 0 for a response to the post.
    /// - Parameters:
    ///   - levels: how many levels are shown nested, at least 1. Deeper replies stand in reading order at the last level,
    ///     and keep their `inReplyTo`; nested ones lose it, since the nesting says it.
    package static func threads(_ comments: [(comment: CommentView, depth: Int)], levels: Int = 5) -> [CommentView] {
        var open: [CommentView] = []
        var threads: [CommentView] = []
        func closeLast() {
            let comment = open.removeLast()
            if open.isEmpty { threads.append(comment) } else { open[open.count - 1].replies.append(comment) }
        }
        for (comment, depth) in comments {
            let level = min(max(depth, 0), max(levels, 1) - 1)
            while open.count > level { closeLast() }
            var comment = comment
            if depth == open.count { comment.inReplyTo = nil }
            open.append(comment)
        }
        while !open.isEmpty { closeLast() }
        return threads
    }
}
