import Database
import Exchange
import Model
import Store

/// What an item names by old numbers that may come after it in the export.
struct PendingLink: Sendable {
    let post: Post.ID
    let parent: Int64?
    let image: Int64?
    /// What the item does not name any more is taken away.
    let isUpdate: Bool

    /// Nil where there is nothing to set.
    init?(_ item: MappedItem, _ outcome: ItemOutcome) {
        guard let post = outcome.post else { return nil }
        self.post = post
        parent = item.record.parent == 0 ? nil : item.record.parent
        image = item.record.meta("_thumbnail_id").flatMap { Int64($0) }
        if case .updated = outcome.fate { isUpdate = true } else { isUpdate = false }
        if parent == nil, image == nil, !isUpdate { return nil }
    }
}

extension WriteTransaction {
    /// Sets what the link names and this export holds; what it holds not stays as it is. Gives whether that changed
    /// anything.
    func write(_ link: PendingLink, posts: [Int64: Post.ID]) throws -> Bool {
        guard let post = try post(link.post) else { return false }
        var parent = post.parent
        if let number = link.parent {
            if let wanted = posts[number], try !isAbove(link.post, wanted) { parent = wanted }
        } else if link.isUpdate {
            parent = nil
        }
        var image = post.featuredImage
        if let number = link.image { image = posts[number] ?? image } else if link.isUpdate { image = nil }
        guard parent != post.parent || image != post.featuredImage else { return false }
        try self.link(post.id, parent: parent, featuredImage: image)
        return true
    }

    /// Whether `post` is `other` or stands above it; then it cannot stand below it as well.
    private func isAbove(_ post: Post.ID, _ other: Post.ID) throws -> Bool {
        var current: Post.ID? = other
        var met: Set<Post.ID> = []
        while let id = current, met.insert(id).inserted {
            if id == post { return true }
            current = try self.post(id)?.parent
        }
        return false
    }
}
