import Configuration
import Model
import Outbound

extension MailSettings {
    /// `mail.host`: the relay that takes the site's mail on. Default none: no mail is sent.
    /// `mail.security`: `starttls`, `tls` or `none`. Default `starttls`.
    /// `mail.port`: of the relay. Default 587, 465 or 25, by `mail.security`.
    /// `mail.user`, `mail.password`: where the relay asks for them. Default none.
    /// `mail.from`: the address that the mail comes from. Needed with `mail.host`.
    /// `mail.certificates`: a file of certificates to trust in place of the system's. Default none.
    /// `mail.total-seconds`: time for one message. Default 60.
    /// `mail.program`: the program that sends. Default `thaw-mail` beside `thaw`.
    static let keys = [
        "mail.host", "mail.security", "mail.port", "mail.user", "mail.password", "mail.from", "mail.certificates",
        "mail.total-seconds", "mail.program",
    ]

    /// Nil where no relay is named.
    static func read(_ source: SettingsSource) throws -> MailSettings? {
        guard let host = try source.string("mail.host"), !host.isEmpty else { return nil }
        guard let from = try source.string("mail.from"), EmailAddress.isPlausible(from) else {
            throw Failure("With mail.host, the setting mail.from has to be the address that the mail comes from.")
        }
        let word = try source.string("mail.security") ?? Security.starttls.rawValue
        guard let security = Security(rawValue: word) else {
            throw Failure("The setting mail.security is “\(word)”; it is starttls, tls or none.")
        }
        return MailSettings(
            program: try source.string("mail.program") ?? programBesideThis("thaw-mail"), host: host,
            port: try source.int("mail.port", in: 1...65_535), security: security,
            user: try source.string("mail.user") ?? "", password: try source.string("mail.password") ?? "", from: from,
            certificates: try source.string("mail.certificates") ?? "",
            totalSeconds: try source.int("mail.total-seconds", in: 1...3600) ?? 60)
    }
}
