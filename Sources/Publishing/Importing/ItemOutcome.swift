import Model

/// What became of one item and its comments.
struct ItemOutcome: Sendable {
    enum Fate: Sendable {
        case taken, updated, alreadyThere, conflict, deletedHere
    }

    var fate: Fate
    /// Nil in a dry run for an item that is not here yet, and for one that was deleted here.
    var post: Post.ID?
    /// Whether its parent and featured image have yet to be set.
    var needsLinks = false
    // Comments by their kind.
    var commentsTaken: [Comment.Kind: Int] = [:]
    var commentsUpdated: [Comment.Kind: Int] = [:]
    var commentsAlreadyThere: [Comment.Kind: Int] = [:]
    var commentConflicts: [MappedComment] = []
    var commentsDeletedHere: [MappedComment] = []
    /// Sources that came with it, and were not here.
    var sources = 0
    /// What happened to its number or address.
    var notes: [String] = []
}
