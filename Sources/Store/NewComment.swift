package import Model

/// A comment that is to be inserted.
package struct NewComment: Sendable {
    /// Names the comment among those inserted with it and those already there (`known`); for an import its old number.
    package var reference: Int64
    /// The reference of the comment that it answers.
    package var parent: Int64?
    /// The public number that it should have; 0 for a new one.
    package var number: Int64
    package var kind: Comment.Kind
    package var status: Comment.Status
    package var authorName: String
    package var authorURL: String
    /// Never shown to readers, like `authorIP`.
    package var authorEmail: String
    package var authorIP: String
    package var account: Account.ID?
    package var identity: Identity.ID?
    package var source: String
    package var sourceFormat: SourceFormat
    package var html: SafeHTML
    package var sanitizerVersion: Int
    package var createdAt: Instant
    package var localDate: LocalDateTime
    package var meta: [MetaEntry]

    package init(
        reference: Int64, parent: Int64? = nil, number: Int64, kind: Comment.Kind = .comment,
        status: Comment.Status = .approved, authorName: String, authorURL: String = "", authorEmail: String = "",
        authorIP: String = "", account: Account.ID? = nil, identity: Identity.ID? = nil, source: String,
        sourceFormat: SourceFormat = .wordpress,
        html: SafeHTML, sanitizerVersion: Int,
        createdAt: Instant, localDate: LocalDateTime, meta: [MetaEntry] = []
    ) {
        self.reference = reference
        self.parent = parent
        self.number = number
        self.kind = kind
        self.status = status
        self.authorName = authorName
        self.authorURL = authorURL
        self.authorEmail = authorEmail
        self.authorIP = authorIP
        self.account = account
        self.identity = identity
        self.source = source
        self.sourceFormat = sourceFormat
        self.html = html
        self.sanitizerVersion = sanitizerVersion
        self.createdAt = createdAt
        self.localDate = localDate
        self.meta = meta
    }

    package enum SourceFormat: String, Hashable, Sendable {
        /// HTML with bare line breaks, as WordPress keeps it.
        case wordpress
        case markdown
    }

    /// Parents before their answers, else in the given order. Where parents form a loop, or one answers itself, one of
    /// the loop loses its parent and stands at the top. Of comments with one reference the first is taken.
    package static func parentsFirst(_ comments: [NewComment]) -> [NewComment] {
        var positions: [Int64: Int] = [:]
        for (index, comment) in comments.enumerated() where positions[comment.reference] == nil {
            positions[comment.reference] = index
        }
        var ordered: [NewComment] = []
        ordered.reserveCapacity(comments.count)
        var isPlaced = [Bool](repeating: false, count: comments.count)
        for start in comments.indices where positions[comments[start].reference] == start && !isPlaced[start] {
            // Upwards to the first that is placed or has no parent here, then back down.
            var chain: [Int] = []
            var onChain: Set<Int> = []
            var current = start
            while true {
                chain.append(current)
                onChain.insert(current)
                guard let parent = comments[current].parent, let above = positions[parent], !isPlaced[above],
                    !onChain.contains(above)
                else { break }
                current = above
            }
            for (offset, index) in chain.reversed().enumerated() {
                var comment = comments[index]
                if offset == 0, let above = comment.parent.flatMap({ positions[$0] }), onChain.contains(above) {
                    comment.parent = nil
                }
                ordered.append(comment)
                isPlaced[index] = true
            }
        }
        return ordered
    }
}
