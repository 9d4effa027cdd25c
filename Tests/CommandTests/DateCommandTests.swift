import Foundation
import Testing

@Suite("thaw date")
struct DateCommandTests {
    @Test("what a date means, and where another is none")
    func text() async throws {
        let right = try await ThawProcess.run("date", "1956-02-25", "1450~")
        #expect(right.exitCode == 0)
        #expect(right.output.contains("about 1450 (1450-01-01 to 1450-12-31)"))
        let wrong = try await ThawProcess.run("date", "1956-02-30", "1956")
        #expect(wrong.exitCode == 1)
        #expect(wrong.output.contains("1956-02-30\n        ^ the month has no such day"))
        #expect(wrong.output.contains("1956: 1956"))
        let russian = try await ThawProcess.run("date", "--language", "ru", "--", "-0043")
        #expect(russian.output.contains("44 г. до н. э."))
    }

    @Test("read from the head of a title")
    func words() async throws {
        let read = try await ThawProcess.run("date", "--from-words", "25 февраля 1956 г. – Доклад")
        #expect(read.exitCode == 0)
        #expect(read.output.contains("February 25, 1956 (1956-02-25 to 1956-02-25), canonical 1956-02-25, 98 % sure"))
        let none = try await ThawProcess.run("date", "--from-words", "The end of history")
        #expect(none.exitCode == 1 && none.output.contains("no date stands in it"))
    }

    @Test("as JSON")
    func json() async throws {
        struct Finding: Decodable {
            let valid: Bool
            let canonical: String?
            let earliest: String?
            let position: Int?
        }
        let outcome = try await ThawProcess.run("date", "--json", "--lenient", "199u", "Y1956")
        #expect(outcome.exitCode == 1)
        let findings = try JSONDecoder().decode([Finding].self, from: Data(outcome.output.utf8))
        #expect(findings.map(\.valid) == [true, false])
        #expect(findings[0].canonical == "199X" && findings[0].earliest == "1990-01-01")
        #expect(findings[1].position == 0)
    }
}
