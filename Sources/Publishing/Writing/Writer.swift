package import Model

/// Who writes, and as what.
package struct Writer: Hashable, Sendable {
    /// Nil for the command line and other programs.
    package let account: Account.ID?
    package let role: Role

    package init(account: Account.ID?, role: Role) {
        self.account = account
        self.role = role
    }

    package init(_ account: Account) { self.init(account: account.id, role: account.role) }

    /// As it is recorded with what happened.
    package var actor: String { account.map { "account:\($0.rawValue)" } ?? "command line" }

    package func may(_ permission: Permission) -> Bool { role.may(permission) }

    /// - Throws: `WritingFault.notAllowed`
    func require(_ permission: Permission, to what: String) throws {
        guard may(permission) else { throw WritingFault.notAllowed(what) }
    }

    /// Whether this person may change a post as it is now.
    package func mayEdit(_ post: Post) -> Bool {
        if may(.editOthers) { return true }
        guard post.kind == .post, may(.write), account != nil, post.author == account else { return false }
        return may(.publish) || post.status == .draft || post.status == .pending
    }

    func requireEditing(_ post: Post) throws {
        guard mayEdit(post) else { throw WritingFault.notAllowed("change this post") }
    }
}
