import Model
import Themes

/// What a page is dressed in: a theme, and the owner's own style rules behind it.
struct Look: Sendable {
    /// The file of the owner's own rules.
    static let styleName = "own.css"

    let theme: Theme
    /// Of the owner's own rules; empty where there are none.
    var styleVersion: String

    /// Nil where the owner has no rules of their own.
    var ownStyle: SafeURL? {
        styleVersion.isEmpty
            ? nil : SafeURL(path: Address.asset(version: styleVersion, name: Self.styleName).path)
    }

    var stylesheet: SafeURL {
        SafeURL(path: Address.asset(version: theme.stylesheet.version, name: theme.stylesheet.name).path)
    }

    /// The script that makes answering easier.
    var replyScript: SafeURL? { file(named: "reply.js") }

    /// The script that likes at once.
    var likeScript: SafeURL? { file(named: "likes.js") }

    /// The script that loads a player on a click.
    var playerScript: SafeURL? { file(named: "players.js") }

    /// The rules for days, years and the timeline.
    var chronicleStyle: SafeURL? { file(named: "chronicle.css") }

    private func file(named name: String) -> SafeURL? {
        theme.assets[name].map { SafeURL(path: Address.asset(version: $0.version, name: $0.name).path) }
    }
}
