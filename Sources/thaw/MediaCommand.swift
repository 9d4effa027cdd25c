import ArgumentParser
import Publishing

/// `thaw media`: the blog's files.
struct MediaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "media", abstract: "Fetches the blog's files.", subcommands: [Fetch.self])

    struct Fetch: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Fetches the files that are not here yet from where they were.",
            discussion: """
                Stopped, the same command goes on, and so does thaw serve. What failed before is tried again. Exit code: \
                0 when every file came, 1 otherwise.
                """)

        @OptionGroup var common: CommonOptions

        func run() async throws {
            let settings = try await common.settings()
            try await withSite(common) { database, _ in
                let line = ProgressLine()
                defer { line.finish() }
                let report = try await fetchFiles(settings, database: database, line: line)
                line.finish()
                print(report.summary(naming: .max))
                if !report.failed.isEmpty { throw ExitCode(1) }
            }
        }
    }
}
