import DatabaseSupport
import Foundation
import Testing

@Suite("thaw spam evaluate")
struct EvaluateSpamTests {
    /// Real ones and spam in turn; what they say depends on their number.
    private static func lines(_ count: Int) -> String {
        let spam = ["cheap pills here", "win casino money", "best loan offer now", "buy followers cheap"]
        let real = [
            "what a lovely post", "I remember that winter", "my uncle was there too", "thank you for this story",
        ]
        return (0..<count).map { index in
            let isSpam = index % 2 == 0
            let text = (isSpam ? spam : real)[index / 2 % 4] + " number \(index)"
            return #"{"id": "r\#(index)", "label": \#(isSpam ? 1 : 0), "text": "\#(text)", "author": "A\#(index % 7)"}"#
        }.joined(separator: "\n") + "\n"
    }

    private struct Report: Decodable {
        struct Row: Decodable {
            let id: String
            let verdict: String
            let probability: Double
            let reasons: [String]
        }

        struct Summary: Decodable {
            let judged: Int
            let spam: Int
            let learned: Int
            let auc: Double?
            let held: Double
            let modelBytes: Int
            let overTime: [Shares]

            private enum CodingKeys: String, CodingKey {
                case judged, spam, learned, auc, held
                case modelBytes = "model_bytes"
                case overTime = "over_time"
            }
        }

        struct Shares: Decodable { let judged: Int }

        let rows: [Row]
        let summary: Summary
    }

    private func report(_ lines: String, _ arguments: String...) async throws -> Report {
        let folder = try TemporaryFolder()
        try Data(lines.utf8).write(to: URL(filePath: folder.path("rows.jsonl")))
        let command = ["spam", "evaluate", folder.path("rows.jsonl"), "--report", folder.path("report.json")]
        let outcome = try await ThawProcess(command + arguments).outcome()
        #expect(outcome.exitCode == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("area under the curve"))
        return try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(filePath: folder.path("report.json"))))
    }

    @Test("without teaching every line is held")
    func cold() async throws {
        let report = try await report(Self.lines(40))
        #expect(report.rows.count == 40)
        #expect(report.rows.allSatisfy { $0.verdict == "hold" })
        #expect(report.summary.learned == 0)
        #expect(report.summary.held == 1)
    }

    @Test("the first lines teach, the others are judged")
    func learnFirst() async throws {
        let report = try await report(Self.lines(160), "--learn-first", "100")
        #expect(report.rows.first?.id == "r100")
        #expect(report.rows.count == 60)
        #expect(report.summary.learned == 100)
        #expect(try #require(report.summary.auc) > 0.99)
        #expect(report.rows.allSatisfy { !$0.reasons.isEmpty })
    }

    @Test("online, each line is judged before it is learned")
    func online() async throws {
        let report = try await report(Self.lines(200), "--online")
        #expect(report.rows.count == 200)
        #expect(report.rows[0].verdict == "hold")
        #expect(report.rows.suffix(20).contains { $0.verdict != "hold" })
        #expect(report.summary.overTime.map(\.judged) == [Int](repeating: 20, count: 10))
        #expect(report.summary.modelBytes < 2_000_000)
    }

    @Test(
        "a line that does not fit is named",
        arguments: [
            ("{\"id\": \"a\", \"label\": 1, \"text\": \"x\"}\nnonsense\n", ":2: not a JSON object"),
            ("{\"id\": \"a\", \"label\": 1}\n", ":1: “text” is missing"),
            ("\n{\"id\": \"a\", \"label\": 7, \"text\": \"x\"}\n", ":2: “7” is neither spam nor ham"),
            ("{\"id\": \"a\", \"label\": \"maybe\", \"text\": \"x\"}\n", ":1: “maybe” is neither spam nor ham"),
            ("{\"id\": \"a\", \"label\": 1, \"text\": 3}\n", ":1: “text” is of the wrong kind"),
            ("", "no"),
        ])
    func faults(lines: String, message: String) async throws {
        let folder = try TemporaryFolder()
        try Data(lines.utf8).write(to: URL(filePath: folder.path("rows.jsonl")))
        let outcome = try await ThawProcess.run("spam", "evaluate", folder.path("rows.jsonl"))
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
    }
}
