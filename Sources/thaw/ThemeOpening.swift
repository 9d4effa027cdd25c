import Logging
import Themes

/// The theme of the settings: the default one, with the files of the data folder over it.
struct ThemeOpening: Sendable {
    let name: String
    /// Where its files are, if it has any.
    let folder: String
    private let data: DataFolder

    init(_ settings: Settings, folder data: DataFolder) {
        name = settings.theme
        folder = "\(data.themes)/\(settings.theme)"
        self.data = data
    }

    /// A mistake in a file is logged, and the default's file used in its place.
    func load(logger: Logger) throws -> Theme {
        guard data.holds(folder) else {
            guard name == "default" else { throw Failure("The theme “\(name)” is not there: \(folder) is missing.") }
            return .standard()
        }
        let theme = try Theme.load(name: name, folder: folder)
        for problem in theme.problems {
            logger.warning("a file of the theme is not used", metadata: ["problem": "\(problem)"])
        }
        return theme
    }
}
