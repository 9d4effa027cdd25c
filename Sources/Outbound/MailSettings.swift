/// The relay that takes this site's mail on.
package struct MailSettings: Sendable {
    package enum Security: String, Codable, Sendable, CaseIterable {
        /// Begins in the clear and turns to TLS before anything is said (RFC 3207); refused where the relay cannot.
        case starttls
        /// TLS from the first byte (RFC 8314).
        case tls
        case none

        /// The usual port.
        package var port: Int {
            switch self {
            case .starttls: 587
            case .tls: 465
            case .none: 25
            }
        }
    }

    /// The path of `thaw-mail`.
    package var program: String
    package var host: String
    package var port: Int
    package var security: Security
    /// Empty for a relay that asks for none.
    package var user: String
    package var password: String
    /// Who the mail is from.
    package var from: String
    /// A file of certificates to trust in place of the system's; empty for those.
    package var certificates: String
    package var totalSeconds: Int

    package init(
        program: String, host: String, port: Int? = nil, security: Security = .starttls, user: String = "",
        password: String = "", from: String, certificates: String = "", totalSeconds: Int = 60
    ) {
        self.program = program
        self.host = host
        self.port = port ?? security.port
        self.security = security
        self.user = user
        self.password = password
        self.from = from
        self.certificates = certificates
        self.totalSeconds = totalSeconds
    }
}
