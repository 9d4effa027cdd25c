import Model
import Synchronization
package import Themes

/// The theme that pages are rendered with, and what somebody of the site looks at before it is used.
package final class ThemeInUse: Sendable {
    private struct State {
        var theme: Theme
        /// The last few that were tried on: their files are asked for by the page that shows them.
        var triedThemes: [Theme] = []
        var triedStyles: [ThemeAsset] = []
    }

    private let state: Mutex<State>
    private static let remembered = 4

    package init(_ theme: Theme) { state = Mutex(State(theme: theme)) }

    package var current: Theme { state.withLock { $0.theme } }

    func replace(by new: Theme) { state.withLock { $0.theme = new } }

    func tryOn(_ theme: Theme) {
        state.withLock { $0.triedThemes = [theme] + $0.triedThemes.prefix(Self.remembered - 1) }
    }

    func tryOn(_ style: ThemeAsset) {
        state.withLock { $0.triedStyles = [style] + $0.triedStyles.prefix(Self.remembered - 1) }
    }

    /// A file of the theme, or of one that was tried on; nil where its version is another.
    func asset(named name: String, version: String) -> ThemeAsset? {
        state.withLock { state in
            let files = ([state.theme] + state.triedThemes).compactMap { $0.assets[name] } + state.triedStyles
            return files.first { $0.name == name && $0.version == version }
        }
    }
}

/// Where themes come from.
package struct ThemeShelf: Sendable {
    /// Whether the settings name the theme, so that nothing else may.
    let isFixed: Bool
    /// The folders below `themes/`, and `default`.
    let names: @Sendable () -> [String]
    let load: @Sendable (_ name: String) throws -> Theme

    package init(
        isFixed: Bool, names: @escaping @Sendable () -> [String], load: @escaping @Sendable (String) throws -> Theme
    ) {
        self.isFixed = isFixed
        self.names = names
        self.load = load
    }

    /// The default theme alone.
    package static let standard = ThemeShelf(isFixed: false, names: { ["default"] }, load: { _ in .standard() })
}
