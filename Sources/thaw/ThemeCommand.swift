import ArgumentParser
import Foundation
import Themes

/// `thaw theme`: for those who make one.
struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Checks a theme.", subcommands: [Check.self])

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads a theme's folder and says what is wrong, with file, line and column.")

        @Argument(help: "The folder with the theme's files.")
        var folder: String

        func run() throws {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
                throw Failure("\(folder) is no folder.", exitCode: 2)
            }
            let theme: Theme
            do {
                theme = try Theme.load(name: "checked", folder: folder)
            } catch {
                throw Failure("\(folder) cannot be read: \(error.localizedDescription)", exitCode: 2)
            }
            for problem in theme.problems { print("\(folder)/\(problem)") }
            guard theme.problems.isEmpty else {
                throw Failure(
                    theme.problems.count == 1
                        ? "One mistake. The default theme's file is used in its place."
                        : "\(theme.problems.count) mistakes. The default theme's files are used in their place.")
            }
            print("\(folder): no mistakes")
        }
    }
}
