import Accounts
import Identities
import Language
import Model
import Themes

extension ProviderView {
    init(_ provider: IdentityProvider, look: Look, language: Language) {
        self.init(
            value: provider.id, label: language.messages.login.logInWith(provider.shownName(language)),
            name: provider.shownName(language), icon: look.icon(of: provider.id))
    }
}

extension AskedProviderView {
    /// Nil for a provider that asks for nothing.
    init?(_ provider: IdentityProvider, address: String, language: Language) {
        let messages = language.messages
        switch provider.kind {
        case .fixed, .discovered: return nil
        case .mastodon:
            self.init(
                value: provider.id, label: messages.login.yourServer, example: "mastodon.social", address: address)
        case .indieAuth:
            self.init(value: provider.id, label: messages.login.yourSite, example: "example.org", address: address)
        case .mail:
            self.init(value: provider.id, label: messages.reply.email, example: "name@example.org", address: address)
        }
    }
}

extension IdentityProvider {
    /// In the site's language where it is no proper name.
    func shownName(_ language: Language) -> String {
        kind == .mail && name == IdentityProvider.mail.name ? language.messages.reply.email : name
    }
}

extension [IdentityProvider] {
    /// As the site calls it now, or its preset where readers cannot log in by it any more.
    func name(of id: String, _ language: Language) -> String {
        (first { $0.id == id } ?? IdentityProvider.preset(id))?.shownName(language) ?? id
    }
}

extension SignatureView {
    /// - Parameter provider: its name.
    init(_ identity: Identity, by provider: String, look: Look, language: Language) {
        var name = identity.handle.isEmpty ? provider : identity.handle
        if identity.handle.isEmpty, identity.namesake > 1 { name += " (\(language.number(identity.namesake)))" }
        self.init(
            label: language.messages.login.signedWith(provider), name: name, icon: look.icon(of: identity.provider))
    }
}

extension IdentityStripView {
    /// - Parameters:
    ///   - provider: its name.
    ///   - isPlaceholder: whether it stands for whoever is logged in.
    init(_ identity: Identity, by provider: String, isPlaceholder: Bool, language: Language) {
        self.init(
            sentence: language.messages.login.commentingAs(provider),
            shownAs: language.messages.login.shownAs(identity.name),
            avatar: isPlaceholder
                ? AvatarView(
                    letters: ReaderPlaceholder.Part.letters.mark, hueWord: ReaderPlaceholder.Part.hue.mark,
                    picture: identity.pictureAddress)
                : AvatarView(name: identity.name, picture: identity.pictureAddress))
    }
}

extension Identity {
    /// Nil where no picture of theirs is here.
    var pictureAddress: SafeURL? {
        picture.isEmpty ? nil : SafeURL(path: "/" + FetchIdentityPicture.path(of: picture))
    }
}

extension Look {
    /// A symbol of the theme's icons; the one for any provider where it has none of its own.
    func icon(of provider: String) -> SafeURL {
        let own = ["wordpress", "google", "x", "facebook", "github", "mastodon", "indieauth", "mail"]
        let symbol = provider == "wordpress-connect" ? "wordpress" : own.contains(provider) ? provider : "key"
        return self.symbol(symbol)
    }

    /// Of the theme's `icons.svg`.
    func symbol(_ name: String) -> SafeURL {
        let file = theme.assets["icons.svg"].map { Address.asset(version: $0.version, name: $0.name).path } ?? ""
        return SafeURL(path: "\(file)#\(name)")
    }
}

extension LoginFault.Kind {
    func sentence(_ provider: String, _ language: Language) -> String {
        let messages = language.messages.login
        return switch self {
        case .foreign: messages.foreign
        case .used: messages.used
        case .late: messages.late
        case .mixedUp: messages.mixedUp
        case .denied: messages.denied(provider)
        case .unreachable: messages.unreachable(provider)
        case .provider: messages.providerFault(provider)
        case .token: messages.tokenFault(provider)
        case .clock: messages.clock(provider)
        case .address: messages.address
        case .unknownProvider: messages.unknownProvider
        case .tooMany: language.messages.reply.tooMany
        }
    }
}
