import Foundation
import Language
import Model
import Subscriptions
import Themes

/// The form on which an address is given, as it was sent or as it stands at first.
struct FollowForm: Sendable {
    private let offersToday: Bool
    private let email: String
    private let newPosts: Bool
    private let today: Bool
    let pace: Subscriber.Pace
    /// What is wrong with the address, or with the whole.
    var fault: String?
    private var topicsFault: String?

    init(offersToday: Bool) {
        self.offersToday = offersToday
        (email, newPosts, today, pace) = ("", true, false, .instantly)
    }

    /// A form that offers no choice is about new posts.
    init(_ fields: FormFields, offersToday: Bool) {
        self.offersToday = offersToday
        email = fields.first("email")
        newPosts = fields.has("posts") || !fields.has("topics")
        today = offersToday && fields.has("today")
        pace = Subscriber.Pace(rawValue: fields.first("pace")) ?? .instantly
    }

    var address: String { email.trimmingCharacters(in: .whitespaces) }

    var wish: FollowWish { FollowWish(newPosts: newPosts, today: today) }

    var isRight: Bool { fault == nil && topicsFault == nil }

    mutating func check(_ messages: Messages) {
        if !EmailAddress.isPlausible(address) {
            fault = address.isEmpty ? messages.reply.emailMissing : messages.reply.emailUnclear
        }
        guard wish.isEmpty else { return }
        // What was ticked may be offered no more.
        if offersToday {
            topicsFault = messages.subscription.nothingChosen
        } else {
            fault = fault ?? messages.subscription.nothingChosen
        }
    }

    func page(_ site: Site) -> SubscriptionPage {
        let messages = Language(of: site).messages.subscription
        return SubscriptionPage(
            heading: messages.heading, introduction: messages.introduction(site.title),
            asking: SubscriptionPage.AskingView(
                action: SafeURL(path: SubscriptionLinks.path), email: email, fault: fault,
                topics: offersToday
                    ? SubscriptionPage.TopicsView(newPosts: newPosts, today: today, fault: topicsFault) : nil,
                paces: pace.choices(messages)))
    }
}
