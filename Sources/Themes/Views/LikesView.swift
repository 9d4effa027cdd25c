/// Who likes a post, and the button.
package struct LikesView: View {
    package var action: SafeURL
    /// “One blogger likes this”; nil where nobody does yet.
    package var line: String?
    /// The newest of those with an account.
    package var people: [PersonView]
    /// The page with all of them.
    package var all: SafeURL?
    /// Whether the reader does.
    package var isLiked: Bool
    /// Whether there is a button; else only the line.
    package var offersButton: Bool
    package var icon: SafeURL

    package init(
        action: SafeURL, line: String? = nil, people: [PersonView] = [], all: SafeURL? = nil, isLiked: Bool = false,
        offersButton: Bool = true, icon: SafeURL
    ) {
        self.action = action
        self.line = line
        self.people = people
        self.all = all
        self.isLiked = isLiked
        self.offersButton = offersButton
        self.icon = icon
    }

    package static let fields: [Field<LikesView>] = [
        .url("action") { $0.action },
        .optionalText("line") { $0.line },
        .list("people") { $0.people },
        .flag("hasPeople") { !$0.people.isEmpty },
        .optionalURL("all") { $0.all },
        .flag("isLiked") { $0.isLiked },
        .flag("offersButton") { $0.offersButton },
        .url("icon") { $0.icon },
    ]
}

/// Somebody with a face and a place of their own.
package struct PersonView: View {
    package var name: String
    package var url: SafeURL?
    package var avatar: AvatarView

    package init(name: String, url: SafeURL?, avatar: AvatarView) {
        self.name = name
        self.url = url
        self.avatar = avatar
    }

    package static let fields: [Field<PersonView>] = [
        .text("name") { $0.name },
        .optionalURL("url") { $0.url },
        .record("avatar") { $0.avatar },
    ]
}

/// All who like a post.
package struct LikersPage: PageView {
    package var heading: String
    package var post: LinkView
    package var people: [PersonView]

    package init(heading: String, post: LinkView, people: [PersonView]) {
        self.heading = heading
        self.post = post
        self.people = people
    }

    package static let template = "likers"

    package static let fields: [Field<LikersPage>] = [
        .text("heading") { $0.heading },
        .record("post") { $0.post },
        .list("people") { $0.people },
    ]
}
