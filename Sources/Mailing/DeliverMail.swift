package import Database
import Foundation
package import Jobs
package import Model
package import Outbound
import Store

/// Hands mail that was asked for to the relay, each message a durable job.
package struct DeliverMail: Sendable {
    package static let kind = "mail"

    /// A relay may be down for a night: with waits that double from a minute on, the last attempt comes after 17 hours.
    package static let rules = JobRules(attempts: 11, retrySeconds: 60)

    private let send: SendMail
    private let from: String
    private let host: String

    /// - Parameters:
    ///   - from: the sender's address.
    ///   - host: of the site.
    package init(_ settings: MailSettings, host: String) {
        send = SendMail(settings)
        from = settings.from
        self.host = host
    }

    package var handler: JobHandler {
        JobHandler(Self.kind, rules: Self.rules) { payload, now in
            guard let mail = try? JSONDecoder().decode(Mail.self, from: Data(payload.utf8)) else {
                throw JobFault("This is no message.", isFinal: true)
            }
            if let end = mail.expires, end <= now { return }
            do throws(MailFault) {
                try await send.send(MailText(mail, from: from, host: host, at: now).text, to: mail.to)
            } catch {
                throw JobFault(error.description, isFinal: error.isFinal)
            }
        }
    }
}

extension WriteTransaction {
    /// Asks for a message, in the transaction of the change that it tells of. The same key is one message.
    package func enqueue(_ mail: Mail, site: Site.ID, at now: Instant) throws {
        let payload = String(decoding: try JSONEncoder().encode(mail), as: UTF8.self)
        try enqueue(DeliverMail.kind, key: mail.key, payload: payload, site: site, after: now)
    }
}
