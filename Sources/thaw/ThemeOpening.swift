import Foundation
import Logging
import Themes

/// A theme by its name: the default one, with the files of the data folder over it.
struct ThemeOpening: Sendable {
    let name: String
    /// Where its files are, if it has any.
    let folder: String
    private let data: DataFolder

    init(_ name: String, folder data: DataFolder) {
        self.name = name
        folder = "\(data.themes)/\(name)"
        self.data = data
    }

    /// The names that there are: folders of files, and `default`.
    static func names(in data: DataFolder) -> [String] {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: data.themes)) ?? []
        return ["default"] + found.filter { !$0.hasPrefix(".") && $0 != "default" }.sorted()
    }

    /// Whether it has files of its own. A theme other than the default must have them.
    var hasFiles: Bool { data.holds(folder) }

    /// Its compiled files, with what is wrong with them.
    /// - Throws: when the folder cannot be read.
    func compile() throws -> Theme { try Theme.load(name: name, folder: folder) }

    /// A mistake in a file is logged, and the default's file used in its place.
    func load(logger: Logger) throws -> Theme {
        guard hasFiles else {
            guard name == "default" else { throw Failure("The theme “\(name)” is not there: \(folder) is missing.") }
            return .standard()
        }
        let theme = try compile()
        for problem in theme.problems {
            logger.warning("a file of the theme is not used", metadata: ["problem": "\(problem)"])
        }
        return theme
    }
}
