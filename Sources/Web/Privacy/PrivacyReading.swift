import Accounts
import Database
import Identities
import Language
import Model
import Store
import Themes

/// What decides what is kept of readers, as one transaction finds it.
struct PrivacyReading: Sendable {
    let site: Site
    let discussion: Discussion
    let retention: Retention
    let providers: [IdentityProvider]

    init?(_ tx: any ReadTransaction) throws {
        guard let site = try tx.site() else { return nil }
        self.site = site
        discussion = try tx.discussion(site: site.id)
        retention = try tx.retention(site: site.id)
        providers = try tx.offeredProviders(site: site.id)
    }

    private var takesLikes: Bool {
        discussion.likes == .everybody || discussion.likes == .loggedIn && !providers.isEmpty
    }

    func keeps(_ data: KeptData, sendsMail: Bool) -> Bool {
        switch data {
        case .words, .origin, .versions, .log: true
        case .email: discussion.email != .never || !providers.isEmpty
        case .identity, .draft: !providers.isEmpty
        case .likes: takesLikes
        case .subscription: sendsMail
        }
    }

    func days(_ days: Int?, _ language: Language) -> String {
        days.map { language.say(language.messages.privacy.days, $0) } ?? language.messages.privacy.forEver
    }

    private func howLong(_ data: KeptData, _ language: Language) -> String {
        let messages = language.messages.privacy
        return switch data {
        case .words, .email, .versions, .identity, .likes: messages.untilErased
        case .origin: days(retention.addressDays, language)
        case .draft: days(1, language)
        case .subscription: messages.untilEnded
        case .log: days(retention.logDays, language)
        }
    }

    func rows(sendsMail: Bool, _ language: Language) -> [KeptRow] {
        KeptData.allCases.filter { keeps($0, sendsMail: sendsMail) }.map { data in
            let (what, why) = data.words(language.messages.privacy)
            return KeptRow(what: what, why: why, howLong: howLong(data, language))
        }
    }

    func cookies(_ language: Language) -> [CookieRow] {
        let messages = language.messages.privacy
        var rows: [(SiteCookie, String, Int)] = [
            (ReplyCookies.responder, messages.whenSent, ReplyCookies.responderSeconds),
            (ReplyCookies.own, messages.whenSent, ReplyCookies.ownSeconds),
        ]
        if discussion.admits == .everybody {
            rows.append((ReplyCookies.commenter, messages.whenRemembered, ReplyCookies.commenterSeconds))
        }
        if !providers.isEmpty {
            rows.append((LoginCookies.session, messages.whenLoggedIn, Int(LogIn.sessionSeconds)))
            rows.append((LoginCookies.browser, messages.whileLoggingIn, LoginCookies.browserSeconds))
        }
        if discussion.likes == .everybody { rows.append((LikeCookie.cookie, messages.whenLiked, LikeCookie.seconds)) }
        var views = rows.map { cookie, when, seconds in
            CookieRow(name: cookie.names[0], when: when, howLong: days(seconds / 86_400, language))
        }
        views.append(CookieRow(name: PasswordCookie.name, when: messages.whenUnlocked, howLong: days(10, language)))
        return views
    }

    func receivers(sendsMail: Bool, offersPlayers: Bool, _ language: Language) -> [String] {
        let messages = language.messages.privacy
        let names = providers.filter { $0.kind != .mail }.map { $0.shownName(language) }
        return [
            messages.nobody, names.isEmpty ? nil : messages.providers(names.joined(separator: ", ")),
            sendsMail ? messages.relay : nil, offersPlayers ? messages.players : nil,
            discussion.asksAkismet ? messages.akismet : nil,
        ].compactMap(\.self)
    }

    /// What erasing does, and how long it is still in backups.
    func erasing(_ language: Language) -> String {
        let messages = language.messages.privacy
        let done = retention.erasing == .removes ? messages.erasingRemoves : messages.erasingAnonymizes
        let backups = retention.backupDays.map { messages.backupsFor(days($0, language)) } ?? messages.backups
        return "\(done) \(backups)"
    }
}
