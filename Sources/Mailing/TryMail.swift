package import Model
package import Outbound

/// A message that is sent at once, to learn whether mail goes out.
package struct TryMail: Sendable {
    private let relay: MailSettings
    /// The site's host and whole address.
    private let host: String
    private let url: String

    package init(_ relay: MailSettings, host: String, url: String) {
        self.relay = relay
        self.host = host
        self.url = url
    }

    /// Which relay takes the mail on, how, and from which address it comes.
    package var way: String { "\(relay.host):\(relay.port), \(relay.security.rawValue), from \(relay.from)" }

    /// What became of it, in a sentence.
    package enum Outcome: Hashable, Sendable {
        case taken(String)
        case refused(String)
    }

    package func send(to address: String, now: Instant) async -> Outcome {
        let mail = Mail(
            key: "test", to: address, fromName: "Thaw", subject: "A test of \(host)",
            text: "This message was sent to try the mail of \(url). It arrives.")
        do throws(MailFault) {
            try await SendMail(relay).send(MailText(mail, from: relay.from, host: host, at: now).text, to: address)
        } catch {
            return .refused(error.description)
        }
        return .taken("\(relay.host):\(relay.port) has taken the message to \(address) on.")
    }
}
