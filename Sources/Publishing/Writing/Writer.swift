package import Model

/// Who writes, and what they may do with posts.
package struct Writer: Hashable, Sendable {
    /// Nil for the command line and other programs.
    package let account: Account.ID?
    package let rights: Rights

    package init(account: Account.ID?, rights: Rights) {
        self.account = account
        self.rights = rights
    }

    package struct Rights: OptionSet, Hashable, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Drafts of one's own, handed in for review.
        package static let write = Rights(rawValue: 1)
        /// To make one's own posts public, and to change them when they are.
        package static let publish = Rights(rawValue: 2)
        /// The posts of all, pages, sticky posts, categories.
        package static let editAll = Rights(rawValue: 4)
        package static let upload = Rights(rawValue: 8)
    }

    /// As it is recorded with what happened.
    package var actor: String { account.map { "account:\($0.rawValue)" } ?? "command line" }

    package func may(_ right: Rights) -> Bool { rights.contains(right) }

    /// - Throws: `WritingFault.notAllowed`
    func require(_ right: Rights, to what: String) throws {
        guard may(right) else { throw WritingFault.notAllowed(what) }
    }

    /// Whether this person may change a post as it is now.
    package func mayEdit(_ post: Post) -> Bool {
        if may(.editAll) { return true }
        guard post.kind == .post, may(.write), account != nil, post.author == account else { return false }
        return may(.publish) || post.status == .draft || post.status == .pending
    }

    func requireEditing(_ post: Post) throws {
        guard mayEdit(post) else { throw WritingFault.notAllowed("change this post") }
    }
}
