import ArgumentParser
import Database
import EDTF
import Foundation
import Language
import Model
import Publishing
import Store

/// `thaw chronicle`: what posts tell of.
struct ChronicleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chronicle", abstract: "Reads the dates of which posts tell, and reviews those that are doubtful.",
        subcommands: [Read.self, Review.self])

    struct Read: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reads dates from the titles of posts of which none is known.",
            discussion: "An import does so by itself. What is doubtful waits for thaw chronicle review.")

        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await withSite(common) { database, _ in
                let found = try await ReadEvents(database, actor: "command line").read(now: .now)
                print("Dates read: \(found.certain) certain, \(found.doubtful) doubtful.")
            }
        }
    }

    struct Review: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists doubtful dates, or decides on them.",
            discussion: """
                Without a decision it lists: number, date, from where it was taken, title. Posts are named by their numbers; \
                --accept-all and --refuse-all decide on every one that waits.
                """)

        @OptionGroup var common: CommonOptions

        @Option(parsing: .upToNextOption, help: "These are right.")
        var accept: [Int64] = []

        @Option(parsing: .upToNextOption, help: "These are wrong: the posts tell of no known day.")
        var refuse: [Int64] = []

        @Option(parsing: .upToNextOption, help: "One is another: its number, and the date as EDTF or in words.")
        var correct: [String] = []

        @Flag(help: "All are right.")
        var acceptAll = false

        @Flag(help: "All are wrong.")
        var refuseAll = false

        @Flag(help: "List as JSON.")
        var json = false

        func validate() throws {
            if acceptAll && refuseAll { throw ValidationError("They cannot all be right and all be wrong.") }
            if !correct.isEmpty, correct.count < 2 || Int64(correct[0]) == nil {
                throw ValidationError("--correct takes a post's number and a date: --correct 7 1956-02-25")
            }
        }

        func run() async throws {
            try await withSite(common) { database, site in
                do {
                    guard try await decide(in: database) else { return try await list(site, in: database) }
                } catch let fault as EventInput.Fault {
                    throw Failure("\(correct.dropFirst().joined(separator: " ")): \(fault.sentence)", exitCode: 2)
                } catch let fault as WritingFault {
                    throw Failure("\(fault)", exitCode: 2)
                }
            }
        }

        /// Gives whether there was anything to decide.
        private func decide(in database: any Database) async throws -> Bool {
            let use = ReviewEvents(database)
            var decisions: [(ReviewEvents.Decision, [Int64]?)] = []
            if let number = correct.first.flatMap({ Int64($0) }) {
                var input = EventInput()
                input.date = correct.dropFirst().joined(separator: " ")
                decisions.append((.correct(input), [number]))
            }
            if !accept.isEmpty { decisions.append((.accept, accept)) }
            if !refuse.isEmpty { decisions.append((.refuse, refuse)) }
            if acceptAll { decisions.append((.accept, nil)) }
            if refuseAll { decisions.append((.refuse, nil)) }
            for (decision, numbers) in decisions {
                let count = try await use.decide(
                    decision, on: numbers, by: Writer(account: nil, role: .owner), now: .now)
                print("\(count) \(decision.past).")
            }
            return !decisions.isEmpty
        }

        private func list(_ site: Site, in database: any Database) async throws {
            let doubtful = try await database.read { tx in try tx.doubtfulEvents(site: site.id, limit: .max) }
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
                print(String(decoding: try encoder.encode(doubtful.map(Row.init)), as: UTF8.self))
                return
            }
            for row in doubtful.map(Row.init) { print("\(row.number)\t\(row.date)\t\(row.origin)\t\(row.title)") }
            if doubtful.isEmpty { print("No date is doubtful.") }
        }

        private struct Row: Encodable {
            let number: Int64
            let title: String
            let date: String
            let origin: String
            let words: String

            init(_ doubtful: DoubtfulEvent) {
                number = doubtful.post.number
                title = doubtful.post.title
                date = doubtful.event.whole.description
                origin = doubtful.event.origin.rawValue
                words = doubtful.event.words
            }
        }
    }
}

extension ReviewEvents.Decision {
    fileprivate var past: String {
        switch self {
        case .accept: "accepted"
        case .refuse: "refused"
        case .correct: "corrected"
        }
    }
}
