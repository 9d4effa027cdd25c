import ArgumentParser
import Conversation
import Foundation
import Model
import Spam

/// `thaw spam`: the filter for spam.
struct SpamCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spam", abstract: "Measures the filter for spam, and moves what it has learned.",
        subcommands: [EvaluateSpam.self, TrainStart.self, Export.self, Import.self, Rebuild.self])

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes what the site's filter has learned into a file.",
            discussion: "It holds numbers that cannot be read back into words.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "The file to write.")
        var file: String

        @Flag(help: "Write over a file that is there.")
        var force = false

        func run() async throws {
            try await withSite(common) { database, _ in
                let filter = try await MoveFilter(database).export()
                let output = try OutputFile(path: file, replacing: force, mode: 0o600)
                do {
                    try output.write(filter.bytes)
                    try output.finish()
                } catch {
                    output.discard()
                    throw error
                }
                print("\(file): \(filter.knowledge)")
            }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts what another filter has learned in the place of what the site's own has.",
            discussion: "A running server goes on with it at once.")

        @OptionGroup var common: CommonOptions

        @Argument(help: "A file that thaw spam export wrote.")
        var file: String

        func run() async throws {
            let filter = try Self.read(file)
            try await withSite(common) { database, _ in
                try await MoveFilter(database).replace(by: filter, now: .now)
                print(filter.knowledge)
            }
        }

        private static func read(_ file: String) throws -> LearningFilter {
            let data: Data
            do {
                data = try Data(contentsOf: URL(fileURLWithPath: file))
            } catch {
                throw Failure("\(file) cannot be read: \(error.localizedDescription)", exitCode: 2)
            }
            do throws(LearningFilter.FileFault) {
                return try LearningFilter(bytes: Array(data))
            } catch {
                switch error {
                case .notAFilter: throw Failure("\(file) was not written by thaw spam export.", exitCode: 2)
                case .newerVersion: throw Failure("\(file) was written by a newer Thaw.", exitCode: 2)
                case .damaged(let place): throw Failure("\(file) is damaged at byte \(place).", exitCode: 2)
                }
            }
        }
    }

    struct Rebuild: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes the site's filter anew from every decision that the database knows.",
            discussion: "Decisions about responses that are gone are forgotten with it.")

        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await withSite(common) { database, _ in
                let move = MoveFilter(database)
                let filter = try await move.rebuilt()
                try await move.replace(by: filter, now: .now)
                print(filter.knowledge)
            }
        }
    }
}

extension LearningFilter {
    /// In one sentence.
    fileprivate var knowledge: String {
        "The filter was taught by \(lessons.real) real responses and \(lessons.spam) of spam."
    }
}
