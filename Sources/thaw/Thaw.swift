import ArgumentParser
import Foundation

/// A publishing server: a blog and its conversation, on its owner's machine.
@main struct Thaw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thaw",
        abstract: "Serves a blog and its conversation from one folder.",
        discussion: "Every option is also a setting: THAW_… in the environment, or a key in config.json.",
        version: version,
        subcommands: [
            Serve.self, Import.self, ExportCommand.self, Backup.self, Restore.self, SiteCommand.self, PostCommand.self,
            AccountCommand.self, MediaCommand.self, SearchCommand.self, SpamCommand.self, DateCommand.self,
            ChronicleCommand.self, SourcesCommand.self,
            MailCommand.self,
            ThemeCommand.self,
            Check.self,
        ]
    )

    static let version = "0.1.0"

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            FileHandle.standardError.write(Data("thaw: \(failure)\n".utf8))
            Foundation.exit(failure.exitCode)
        } catch {
            exit(withError: error)
        }
    }
}
