import ArgumentParser
import Foundation
import Spam

/// `thaw spam evaluate`: what the filter makes of responses whose kind is known.
struct EvaluateSpam: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Judges labelled responses, and tells how well.",
        discussion: """
            Each line of a file is a JSON object: id, label (1 or "spam", 0 or "ham") and text; where known, author, \
            author_url, author_email, ip, user_agent, date, lang and post_title. Lines are judged in order, by a filter \
            that nobody taught unless --learn-first or --online says otherwise.
            """)

    @Argument(help: "Files of labelled responses, a JSON object to a line.")
    var files: [String]

    @Option(help: "Teach the first N lines, then judge the others.")
    var learnFirst = 0

    @Flag(help: "Judge each line before its label is told.")
    var online = false

    @Option(help: "Write what was decided about each line, and the sums, into this file.")
    var report: String?

    func validate() throws {
        guard learnFirst >= 0 else { throw ValidationError("--learn-first takes a number from 0.") }
    }

    func run() async throws {
        let rows = try files.flatMap(LabelledResponse.read)
        guard rows.count > learnFirst else {
            throw Failure(
                "There are \(rows.count) lines; after the first \(learnFirst) none is left to judge.", exitCode: 2)
        }
        var evaluation = SpamEvaluation()
        for row in rows.prefix(learnFirst) { evaluation.teach(row) }
        for row in rows.dropFirst(learnFirst) { evaluation.judge(row, thenTeach: online) }
        let result = evaluation.report()
        if let report {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            do {
                try encoder.encode(result).write(to: URL(fileURLWithPath: report), options: .atomic)
            } catch {
                throw Failure("The report cannot be written to \(report): \(error.localizedDescription)")
            }
        }
        print(result.summary.table)
    }
}
