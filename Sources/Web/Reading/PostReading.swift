import Accounts
import Conversation
import Database
import Foundation
import Identities
import Model
import Publishing
import Secrets
import Store

/// Everything that the page of one post shows.
struct PostReading: Sendable {
    let full: FullPost
    /// Which part of a split post, from 1.
    let part: Int
    let comments: ThreadPage
    let pings: [Comment]
    let previous: PostLink?
    let next: PostLink?
    let parent: PostLink?
    let medium: Medium?
    /// The post's picture; of an attachment, the picture itself.
    let picture: Picture?
    /// What stands for the post elsewhere, and is here: its picture, else the first one that it shows.
    let leadPicture: Medium?
    /// What search engines' plugins keep: a title and a description of the writer's own.
    let searchTitle: String?
    let searchDescription: String?
    /// What it tells of.
    let event: PostEvent?
    /// What it cites.
    let sources: [StoredSource]
    let chronicle: Chronicle
    /// By setting.
    let onThisDay: OnThisDay?
    let discussion: Discussion
    /// Whether responses are taken.
    let isOpen: Bool
    /// The response to which the form is an answer.
    let answered: Comment?
    /// What the reader's own browser sent here.
    let own: [Comment]
    let likes: Likes
    /// Whether the reader likes it.
    let isLiked: Bool
    /// By how many responses are liked; empty where they are not.
    let commentLikes: [Comment.ID: Int]
    /// Which of them the reader likes, by their numbers.
    let likedComments: Set<Int64>
    /// Whether each reader's own state of them is filled in later.
    let leavesLikesOpen: Bool
    /// What readers may log in by.
    let providers: [IdentityProvider]
    /// Who is logged in.
    let visitor: Identity?
    /// Who signed what is shown.
    let signers: [Identity.ID: Identity]
    /// What the reader had typed before they left to log in.
    let keptDraft: ReplyDraft?
    /// Those that they may still change.
    let changeable: Set<Comment.ID>

    var post: Post { full.post }

    /// Nil for a page of comments that is not there.
    init?(
        _ full: FullPost, part: Int, commentPage: Int, site: Site, chronicle: Chronicle, visit: Visit,
        answering answered: Comment?, in tx: any ReadTransaction
    ) throws {
        let own =
            try visit.reader.responder.map {
                try tx.comments(of: full.post.id, fromBrowser: $0.digest, site: site.id)
            } ?? []
        let discussion = try tx.discussion(site: site.id)
        guard
            let comments = try tx.threadPage(
                of: full.post.id, page: commentPage, perPage: site.commentsPerPage,
                isNewestFirst: discussion.isNewestFirst, including: own.map(\.id))
        else { return nil }
        self.discussion = discussion
        self.own = own
        likes = try tx.likes(of: full.post.id, newest: Self.likers)
        providers = try tx.offeredProviders(site: site.id)
        visitor =
            try visit.reader.placeholder?.identity(site: site.id)
            ?? visit.reader.session.flatMap { try tx.identity(session: $0.digest, at: visit.now) }
        isLiked =
            try visit.reader.placeholder?.likes ?? visitor.map { try tx.likes(full.post.id, by: $0.id) }
            ?? visit.reader.likes
        commentLikes =
            discussion.likesComments ? try tx.likes(ofComments: comments.comments.map(\.id)) : [:]
        leavesLikesOpen = visit.reader.placeholder != nil
        likedComments =
            discussion.likesComments && !leavesLikesOpen
            ? Set(try visitor.map { try tx.likedComments(by: $0.id) } ?? []) : []
        let signed = Set(comments.comments.compactMap(\.identity))
        signers = Dictionary(
            try tx.identities(Array(signed)).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        keptDraft = try visit.reader.browser.flatMap { browser in
            try tx.loginAttempt(from: browser.digest, path: full.path).flatMap(ReplyDraft.init)
        }
        self.answered = answered
        isOpen = discussion.isOpen(full.post, at: visit.now)
        changeable = Set(own.filter { visit.now < discussion.editingEnds($0.createdAt) }.map(\.id))
        self.full = full
        self.part = part
        self.comments = comments
        pings = try tx.pings(of: full.post.id)
        let neighbours = full.post.kind == .post ? try tx.neighbours(of: full.post) : (nil, nil)
        previous = neighbours.0
        next = neighbours.1
        parent = try full.post.parent.flatMap { try tx.links(to: [$0]).first }
        medium = full.post.kind == .attachment ? try tx.medium(of: full.post.id) : nil
        let pictured = medium?.post ?? full.post.featuredImage
        picture = try pictured.flatMap { try tx.pictures(of: [$0])[$0] }
        leadPicture = try picture?.medium ?? Self.firstPicture(of: full, site: site.id, in: tx)
        event = full.post.kind == .post ? try tx.event(of: full.post.id) : nil
        self.chronicle = chronicle
        sources = try tx.sources(citedBy: full.body.cited, site: site.id)
        onThisDay =
            full.post.kind == .post && chronicle.isBesidePosts
            ? try OnThisDay(of: chronicle, site: site, now: visit.now, in: tx) : nil
        let meta = try tx.meta(of: full.post.id)
        searchTitle = SearchMeta.title(meta, post: full.post, site: site)
        searchDescription = SearchMeta.description(meta)
    }

    /// Those whose faces are shown.
    private static let likers = 20

    private static func firstPicture(of full: FullPost, site: Site.ID, in tx: any ReadTransaction) throws -> Medium? {
        for address in full.body.pages.lazy.flatMap(\.ownPictures) {
            guard let path = address.dropFirst().removingPercentEncoding,
                let medium = try tx.medium(path: path, site: site), medium.isPictureHere
            else { continue }
            return medium
        }
        return nil
    }

    /// Whether the page shows the reader something that nobody else sees.
    var hasOwn: Bool { !changeable.isEmpty || own.contains { $0.status != .approved } }

    /// When the post closes by itself, if that is yet to come.
    private var closing: Instant? { isOpen ? discussion.closing(of: post) : nil }

    /// When the clock alone makes another page of it.
    var expires: Instant? { [closing, onThisDay?.expires].compactMap(\.self).min() }

    var subjects: Set<Subject> {
        Set(
            [.post(post.id), .thread(post.id), .site]
                + (onThisDay.map { [.lists] + $0.events.map { .post($0.post.id) } } ?? [])
                + [previous?.id, next?.id, parent?.id, post.featuredImage, leadPicture?.post].compactMap {
                    $0.map { .post($0) }
                })
    }
}

/// The custom fields of WordPress's usual plugins for search engines.
enum SearchMeta {
    private static let titles = ["_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title"]
    private static let descriptions = [
        "_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_aioseop_description",
    ]

    static func title(_ meta: [MetaEntry], post: Post, site: Site) -> String? {
        guard var title = first(titles, in: meta) else { return nil }
        for (variable, value) in [
            ("%%title%%", post.title), ("%title%", post.title), ("%%sitename%%", site.title),
            ("%sitename%", site.title), ("%%sep%%", "–"), ("%sep%", "–"), ("%%page%%", ""), ("%page%", ""),
        ] { title = title.replacing(variable, with: value) }
        // What other variables would say is not known here.
        return title.contains("%%") ? nil : title
    }

    static func description(_ meta: [MetaEntry]) -> String? {
        first(descriptions, in: meta).flatMap { $0.contains("%%") ? nil : $0 }
    }

    private static func first(_ keys: [String], in meta: [MetaEntry]) -> String? {
        meta.first { keys.contains($0.key) && !$0.value.isEmpty }?.value
    }
}

extension ReadTransaction {
    /// The post and page on which readers see a comment, by the site's order and page size.
    func place(ofComment number: Int64, of site: Site) throws -> CommentPlace? {
        try place(
            ofComment: number, site: site.id, perPage: site.commentsPerPage,
            isNewestFirst: discussion(site: site.id).isNewestFirst)
    }
}
