import Language
import Model
import Store
import Themes

extension LikesView {
    /// Nil where nothing is liked, or nobody could.
    init?(_ reading: PostReading, look: Look, language: Language) {
        let likes = reading.likes
        let rule = reading.discussion.likes
        let offersButton = rule == .everybody || rule == .loggedIn && !reading.providers.isEmpty
        guard rule != .off, offersButton || likes.count > 0 else { return nil }
        let address = Address.item(path: reading.full.path, part: .likes).path
        self.init(
            action: SafeURL(path: address),
            line: likes.count > 0 ? language.say(language.messages.login.bloggersLike, likes.count) : nil,
            people: likes.people.map(PersonView.init), all: likes.people.isEmpty ? nil : SafeURL(path: address),
            isLiked: reading.isLiked, offersButton: offersButton, icon: look.symbol("heart"))
    }
}

extension CommentLikeView {
    /// Nil where responses are not liked.
    init?(_ comment: Comment, _ reading: PostReading, look: Look, language: Language) {
        guard reading.discussion.likesComments, !reading.providers.isEmpty else { return nil }
        let isLiked = reading.likedComments.contains(comment.number)
        let like = ReaderPlaceholder.Like(comment: comment.number)
        self.init(
            action: SafeURL(path: Address.item(path: reading.full.path, part: .likes).path),
            number: String(comment.number), count: reading.commentLikes[comment.id].map(language.number),
            next: reading.leavesLikesOpen ? ReaderPlaceholder.mark(like.next) : isLiked ? "0" : "1",
            pressed: reading.leavesLikesOpen ? ReaderPlaceholder.mark(like.pressed) : String(isLiked),
            icon: look.symbol("heart"))
    }
}

extension LikersPage {
    init(_ full: FullPost, _ likes: Likes, language: Language) {
        self.init(
            heading: language.say(language.messages.login.bloggersLike, likes.count),
            post: LinkView(title: full.post.title.isEmpty ? full.path : full.post.title, url: SafeURL(path: full.path)),
            people: likes.people.map(PersonView.init))
    }
}

extension PersonView {
    init(_ identity: Identity) {
        self.init(
            name: identity.name, url: SafeURL(identity.website),
            avatar: AvatarView(name: identity.name, picture: identity.pictureAddress))
    }
}
