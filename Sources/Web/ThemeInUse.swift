import Synchronization
package import Themes

/// The theme that pages are rendered with. It changes only while somebody works on it (`thaw serve --watch`).
package final class ThemeInUse: Sendable {
    private let theme: Mutex<Theme>

    package init(_ theme: Theme) { self.theme = Mutex(theme) }

    package var current: Theme { theme.withLock { $0 } }

    func replace(by new: Theme) { theme.withLock { $0 = new } }
}
