import Language
import Mailing
import Model

extension Mail {
    /// What is told to a subscriber, with the words at its end that say why it comes, and the link that changes it.
    ///
    /// - Parameters:
    ///   - text: paragraphs.
    ///   - ending: what the mail program's button ends.
    init(
        key: String, to subscriber: Subscriber, of site: Site, subject: String, text: [String],
        html: [MailHTML.Piece], ending: SubscriptionLinks.Ending, links: SubscriptionLinks, expires: Instant? = nil
    ) {
        let messages = Language(of: site).messages.subscription
        let (why, manage) = (messages.why(site.title), links.url(of: subscriber.id))
        self.init(
            key: key, to: subscriber.address, fromName: site.title, subject: subject,
            text: (text + [why, "\(messages.change): \(manage)"]).joined(separator: "\n\n") + "\n",
            html: MailHTML(html + [.rule, .paragraph(why), .links([(messages.change, manage)])]).text,
            unsubscribe: links.url(ending: ending, of: subscriber.id), expires: expires)
    }
}
