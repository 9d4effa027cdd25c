import Language
import Mailing
import Model
import Store

/// One mail with everything that is new for one subscriber.
struct NewsLetter: Sendable {
    let site: Site
    let links: SubscriptionLinks

    /// Items that are written out; a mail longer than that is not read.
    private static let most = 50
    /// Characters of a response among others.
    private static let excerpt = 500

    /// - Parameters:
    ///   - items: at least one, oldest first.
    ///   - excerpts: of new posts.
    func mail(to subscriber: Subscriber, _ items: [NewsItem], excerpts: [Post.ID: String]) -> Mail {
        let language = Language(of: site)
        let messages = language.messages.subscription
        var text: [String] = []
        var html: [MailHTML.Piece] = []
        for item in items.prefix(Self.most) {
            let (heading, words, url) = (
                heading(of: item, language), words(of: item, excerpts, isAlone: items.count == 1), url(of: item)
            )
            text += [heading, words, "\(messages.readOn): \(url)", ""].filter { !$0.isEmpty }
            html += [.heading(heading), .paragraph(words), .links([(messages.readOn, url)])]
        }
        if items.count > Self.most {
            let more = messages.more(language.number(items.count - Self.most))
            text.append(more)
            html.append(.paragraph(more))
        }
        return Mail(
            key: "news-\(subscriber.id.rawValue)-\(items.last?.id ?? 0)", to: subscriber, of: site,
            subject: items.count == 1 ? heading(of: items[0], language) : messages.digest(site.title), text: text,
            html: html, ending: ending(items), links: links)
    }

    private func heading(of item: NewsItem, _ language: Language) -> String {
        let title = item.post.title.isEmpty ? item.path : item.post.title
        guard let comment = item.comment else { return language.messages.subscription.newPost(title) }
        let name = comment.authorName.isEmpty ? language.messages.anonymous : comment.authorName
        return language.messages.commentOn(name, title)
    }

    /// What a password protects is not told.
    private func words(of item: NewsItem, _ excerpts: [Post.ID: String], isAlone: Bool) -> String {
        if item.post.password != nil { return "" }
        guard let words = item.comment?.html.words else { return excerpts[item.post.id] ?? "" }
        return isAlone || words.count <= Self.excerpt ? words : "\(words.prefix(Self.excerpt))…"
    }

    private func url(of item: NewsItem) -> String {
        links.url(of: item.path + (item.comment.map { "comments/\($0.number)/" } ?? ""))
    }

    /// Of one thing alone, that one is ended by the mail's button.
    private func ending(_ items: [NewsItem]) -> SubscriptionLinks.Ending {
        let threads = Set(items.map { $0.comment == nil ? nil : $0.post.number })
        guard threads.count == 1, let only = threads.first else { return .everything }
        return only.map { .responses($0) } ?? .newPosts
    }
}
