import Database
import Model
import Store

/// What is to be done with an item, seen from what is here already.
enum ImportDecision: Sendable {
    case insert
    /// Unchanged in the export since the last import.
    case keep(Post)
    /// Changed in the export, and untouched here.
    case update(Post)
    /// Changed in both places.
    case conflict(Post)
    case deletedHere
}

extension ReadTransaction {
    func decision(on item: MappedItem, key: ImportKey, site: Site.ID) throws -> ImportDecision {
        guard let known = try importRecord(key, site: site) else { return .insert }
        guard let post = try post(Post.ID(known.localID)) else { return .deletedHere }
        if known.digest == item.digest { return .keep(post) }
        return post.version == known.localVersion ? .update(post) : .conflict(post)
    }
}

/// The comments of an item, sorted by what is to be done with them.
struct CommentDecisions: Sendable {
    var new: [MappedComment] = []
    var same: [MappedComment] = []
    var changed: [(id: Comment.ID, comment: MappedComment)] = []
    var conflicts: [MappedComment] = []
    var deletedHere: [MappedComment] = []
    /// Comments that are here already, by their reference, for answers to find.
    var known: [Int64: Comment.ID] = [:]
}

extension ReadTransaction {
    func decisions(on comments: [MappedComment], source: String, site: Site.ID) throws -> CommentDecisions {
        var decisions = CommentDecisions()
        for comment in comments where comment.leftOut == nil {
            let key = ImportKey(source: source, kind: .comment, key: comment.key)
            guard let known = try importRecord(key, site: site) else {
                // One that stands twice in an item, or in a dry run, is about to be here.
                if comment.isRepeat { decisions.same.append(comment) } else { decisions.new.append(comment) }
                continue
            }
            let id = Comment.ID(known.localID)
            guard let stored = try storedComment(id) else {
                decisions.deletedHere.append(comment)
                continue
            }
            decisions.known[comment.comment.reference] = id
            if known.digest == comment.digest {
                decisions.same.append(comment)
            } else if stored.digest == known.digest {
                decisions.changed.append((id, comment))
            } else {
                decisions.conflicts.append(comment)
            }
        }
        return decisions
    }
}
