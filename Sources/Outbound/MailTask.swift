/// What `thaw-mail` is asked to do, in a file of JSON that only its owner may read: it holds the relay's password.
package struct MailTask: Codable, Sendable {
    package let host: String
    package let port: Int
    package let security: MailSettings.Security
    package let user: String
    package let password: String
    package let certificates: String
    package let totalSeconds: Int
    package let from: String
    package let to: String
    /// RFC 5322, lines ended by CR LF.
    package let message: String

    init(_ settings: MailSettings, to: String, message: String) {
        host = settings.host
        port = settings.port
        security = settings.security
        user = settings.user
        password = settings.password
        certificates = settings.certificates
        totalSeconds = settings.totalSeconds
        from = settings.from
        self.to = to
        self.message = message
    }
}

/// Why a relay did not take a message on.
package struct MailFault: Error, Hashable, Codable, CustomStringConvertible {
    /// One sentence with a full stop.
    package let description: String
    /// The relay has said that it never will (a 5xx answer to sender, receiver or text).
    package let isFinal: Bool

    package init(_ description: String, isFinal: Bool = false) {
        self.description = description
        self.isFinal = isFinal
    }
}

/// What `thaw-mail` answers, in JSON.
package struct MailAnswer: Codable, Sendable {
    /// Nil when the relay has taken the message on.
    package let fault: MailFault?

    package init(fault: MailFault?) { self.fault = fault }
}
