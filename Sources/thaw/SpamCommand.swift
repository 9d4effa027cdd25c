import ArgumentParser

/// `thaw spam`: the filter for spam.
struct SpamCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spam", abstract: "Measures the filter for spam.", subcommands: [EvaluateSpam.self])
}
