import ArgumentParser
import EDTF
import Foundation
import Language

/// `thaw date`: what an expression of the Extended Date/Time Format means.
struct DateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "date",
        abstract: "Says what dates of the Extended Date/Time Format mean.",
        discussion: """
            1956-02-25, 1450~, 1914/1918, 156X, 1848-21?, -0043 … Exit code: 0 when each is a date, 1 otherwise. One that begins \
            with a hyphen stands behind --.
            """)

    @Flag(help: "Print a JSON array, an object for each.")
    var json = false

    @Flag(help: "Read the forms of drafts before 2019 too.")
    var lenient = false

    @Flag(help: "Read the date of a title: “February 25, 1956 – …”, “25 февраля 1956 г.”, “c. 1450”.")
    var fromWords = false

    @Option(help: "The language of the words: ar, de, en, es, fr, pt, ru or zh.")
    var language = "en"

    @Argument(help: "What is to be read.")
    var expressions: [String]

    func validate() throws {
        guard Language.speaks(language) else { throw ValidationError("There are no words in “\(language)”.") }
    }

    func run() async throws {
        let findings = expressions.map { expression in
            let language = Language(tag: language)
            return fromWords
                ? Finding(words: expression, in: language) : Finding(expression, isLenient: lenient, in: language)
        }
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(findings), as: UTF8.self))
        } else {
            print(findings.map(\.text).joined(separator: "\n"))
        }
        if findings.contains(where: { !$0.valid }) { throw ExitCode(1) }
    }
}

/// What was found out of one expression.
private struct Finding: Encodable {
    let expression: String
    let valid: Bool
    var canonical: String?
    var words: String?
    var earliest: String?
    var latest: String?
    var uncertain: Bool?
    var approximate: Bool?
    var unspecified: Bool?
    /// Of a date that was read from words: how sure that is, 0 to 1.
    var confidence: Double?
    var error: String?
    /// In bytes of UTF-8, from 0.
    var position: Int?

    init(words: String, in language: Language) {
        guard let reading = DateReader.read(words) else {
            self.init("no date stands in it", at: 0, in: words)
            return
        }
        self.init(reading.date, of: words, in: language)
        confidence = reading.confidence
    }

    private init(_ error: String, at position: Int, in expression: String) {
        self.expression = expression
        valid = false
        self.error = error
        self.position = position
    }

    private init(_ date: EDTF, of expression: String, in language: Language) {
        self.expression = expression
        valid = true
        canonical = date.description
        words = language.words(date)
        earliest = date.earliest?.description
        latest = date.latest?.description
        uncertain = date.isUncertain
        approximate = date.isApproximate
        unspecified = date.isUnspecified
    }

    init(_ expression: String, isLenient: Bool, in language: Language) {
        do throws(EDTFError) {
            self.init(isLenient ? try EDTF(lenient: expression) : try EDTF(expression), of: expression, in: language)
        } catch {
            self.init(error.sentence, at: error.position, in: expression)
        }
    }

    /// For a terminal.
    var text: String {
        if let error {
            return "\(expression)\n\(String(repeating: " ", count: min(position ?? 0, expression.count)))^ \(error)"
        }
        return "\(expression): \(words ?? "") (\(earliest ?? "…") to \(latest ?? "…")), canonical \(canonical ?? "")"
            + (confidence.map { ", \(Int(($0 * 100).rounded())) % sure" } ?? "")
    }
}
