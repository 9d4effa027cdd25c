/// What a person of the site may do, as in WordPress; `moderator` is ours: for those who look after the responses alone.
package enum Role: String, Hashable, Sendable, CaseIterable {
    case owner, editor, author, contributor, moderator

    package func may(_ permission: Permission) -> Bool { permission.roles.contains(self) }
}

/// Something that not everybody may do.
package enum Permission: Hashable, Sendable, CaseIterable {
    /// To see the administration at all.
    case enter
    /// To write posts, and change one's own while they are drafts.
    case write
    /// To publish one's own posts, and change them afterwards.
    case publish
    /// To change, publish and delete what others wrote.
    case editOthers
    /// To add pictures and other files.
    case upload
    /// To approve, change and delete responses.
    case moderate
    /// To change categories, tags and menus.
    case arrange
    /// To change the site's settings, and to import, export and back up.
    case configure
    /// To invite people and change what they may do.
    case managePeople

    var roles: Set<Role> {
        switch self {
        case .enter: Set(Role.allCases)
        case .write: [.owner, .editor, .author, .contributor]
        case .publish, .upload: [.owner, .editor, .author]
        case .editOthers, .arrange: [.owner, .editor]
        case .moderate: [.owner, .editor, .moderator]
        case .configure, .managePeople: [.owner]
        }
    }
}
