package import Database
package import Jobs
import Mailing
import Model
import Store

/// Tells people of the site of a new response: its post's author, and where it waits those who decide.
package struct NotifyStaff: Sendable {
    package static let kind = "notify.staff"

    private let database: any Database
    private let deeds: MailedDeeds
    private let base: String

    /// - Parameter base: where readers reach the site, without a slash at its end.
    package init(_ database: any Database, deeds: MailedDeeds, base: String) {
        self.database = database
        self.deeds = deeds
        self.base = base
    }

    package var handler: JobHandler {
        JobHandler(Self.kind) { payload, now in
            if let number = Int64(payload) { try await run(number, now: now) }
        }
    }

    private struct News {
        let site: Site
        let comment: Comment
        let post: Post
        let path: String
        let receivers: [Account]
        let held: Int
    }

    private func run(_ number: Int64, now: Instant) async throws {
        guard let news = try await database.read({ tx in try Self.news(of: number, in: tx) }) else { return }
        let mails = news.receivers.map { mail(to: $0, of: news, now: now) }
        try await database.write { tx in
            for mail in mails { try tx.enqueue(mail, site: news.site.id, at: now) }
        }
    }

    /// Nil where there is nothing to tell, or nothing any more.
    private static func news(of number: Int64, in tx: any ReadTransaction) throws -> News? {
        guard let site = try tx.site(), let comment = try tx.comment(number: number, site: site.id),
            let post = try tx.post(comment.post), let path = try tx.canonicalPath(of: post.id)
        else { return nil }
        let discussion = try tx.discussion(site: site.id)
        let accounts = try tx.accounts(site: site.id).filter { account in
            try !account.email.isEmpty && account.id != comment.account && tx.signsIn(account.id)
        }
        let receivers: [Account]
        switch comment.status {
        case .approved where discussion.mailsNew: receivers = accounts.filter { $0.id == post.author }
        case .held where discussion.mailsHeld:
            receivers = accounts.filter { account in
                account.role == .owner || account.role == .moderator
                    || account.id == post.author && account.role.may(.moderate)
            }
        default: return nil
        }
        return News(
            site: site, comment: comment, post: post, path: path, receivers: receivers,
            held: try tx.commentStates(site: site.id)[.held] ?? 0)
    }

    private func mail(to account: Account, of news: News, now: Instant) -> Mail {
        let comment = news.comment
        let title = news.post.title.isEmpty ? news.path : news.post.title
        let name = comment.authorName.isEmpty ? "Somebody" : comment.authorName
        let isHeld = comment.status == .held
        func link(_ status: Comment.Status) -> String {
            let deed = MailedDeed(
                account: account.id, comment: comment.number, status: status,
                ends: now.adding(seconds: MailedDeed.seconds))
            return "\(base)/admin/mailed/\(deeds.text(of: deed))/"
        }
        var links =
            isHeld ? [("Approve", link(.approved))] : [("See it", "\(base)\(news.path)#comment-\(comment.number)")]
        if account.role.may(.moderate) {
            links += [("Spam", link(.spam)), ("Trash", link(.trash))]
            links.append(("Answer or edit", "\(base)/admin/comments/\(comment.number)/"))
        }
        var paragraphs = ["\(name) responded to “\(title)”:", comment.html.words]
        if isHeld {
            paragraphs.append(
                news.held > 1
                    ? "It waits for approval, with \(news.held - 1) more: \(base)/admin/comments/"
                    : "It waits for approval.")
        }
        return Mail(
            key: "comment-\(comment.number)-to-\(account.number)", to: account.email, fromName: news.site.title,
            subject: isHeld ? "Waits for approval: a response to “\(title)”" : "A response to “\(title)”",
            text: (paragraphs + [links.map { "\($0.0): \($0.1)" }.joined(separator: "\n")])
                .joined(separator: "\n\n") + "\n",
            html: MailHTML(paragraphs, links: links).text)
    }
}
