package import Model
import Secrets

/// Where a subscriber's links lead: to the one page on which they confirm, change and end what comes by mail.
package struct SubscriptionLinks: Sendable {
    /// Below this path are all pages about mail to readers.
    package static let path = "/follow-by-mail/"

    private let signature: Signature
    private let base: String

    /// - Parameters:
    ///   - secret: the bytes of `secret.key`.
    ///   - base: where readers reach the site, without a slash at its end.
    package init(secret: [UInt8], base: String) {
        signature = Signature(secret: secret, purpose: "subscription")
        self.base = base
    }

    /// What one request without a question asked ends (RFC 8058).
    package enum Ending: Hashable, Sendable {
        case everything
        case newPosts
        case today
        /// Responses to the post of this public number.
        case responses(Int64)

        package init?(_ text: String) {
            switch text {
            case "all": self = .everything
            case "posts": self = .newPosts
            case "today": self = .today
            default:
                guard let number = Int64(text), number > 0 else { return nil }
                self = .responses(number)
            }
        }

        var text: String {
            switch self {
            case .everything: "all"
            case .newPosts: "posts"
            case .today: "today"
            case .responses(let number): String(number)
            }
        }
    }

    /// `/follow-by-mail/12-0a1b…/`
    package func path(of subscriber: Subscriber.ID) -> String {
        "\(Self.path)\(subscriber.rawValue)-\(signature.text(of: String(subscriber.rawValue)))/"
    }

    package func url(of subscriber: Subscriber.ID) -> String { base + path(of: subscriber) }

    package func url(ending: Ending, of subscriber: Subscriber.ID) -> String {
        "\(url(of: subscriber))end/\(ending.text)/"
    }

    package func url(of path: String) -> String { base + path }

    /// Whose link has this in its path; nil for what was not made here.
    package func subscriber(_ text: String) -> Subscriber.ID? {
        let parts = text.split(separator: "-", maxSplits: 1).map(String.init)
        guard parts.count == 2, let id = Int64(parts[0]), signature.isRight(parts[1], for: parts[0]) else { return nil }
        return Subscriber.ID(id)
    }
}
