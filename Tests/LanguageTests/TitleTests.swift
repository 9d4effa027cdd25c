import EDTF
import Foundation
import Language
import Testing

@Suite("Titles from texts that nobody here wrote")
struct TitleTests {
    /// Labelled before the reader ever saw it.
    struct Title: Decodable {
        let title: String
        let language: String
        /// Nil where it carries no date, or none that could be told.
        let date: String?

        var reading: DateReading? { DateReader.read(title) }
    }

    static let titles = try? JSONDecoder().decode([Title].self, from: Data(PackageResources.titles_json))

    @Test("are enough, in eight languages")
    func extent() throws {
        let titles = try #require(Self.titles)
        #expect(titles.count { $0.date != nil } >= 300)
        #expect(Set(titles.map(\.language)) == ["ar", "de", "en", "es", "fr", "pt", "ru", "zh"])
    }

    @Test(
        "are dated rightly, nineteen of twenty that carry a date",
        arguments: ["ar", "de", "en", "es", "fr", "pt", "ru", "zh"])
    func dated(language: String) throws {
        let dated = try #require(Self.titles).filter { $0.language == language && $0.date != nil }
        let missed = dated.filter { $0.reading?.date.description != $0.date }
        #expect(
            missed.count * 20 <= dated.count,
            "\(missed.count) of \(dated.count): \(missed.map { "\($0.title): \(String(describing: $0.reading))" })")
    }

    @Test("are never dated wrongly without a doubt, nor those that carry none")
    func sure() throws {
        for title in try #require(Self.titles) {
            guard let reading = title.reading, reading.confidence >= DateReading.sure else { continue }
            #expect(reading.date.description == title.date, "\(title.title)")
        }
    }

    @Test("without a date are rarely taken for dated, and one reading in two is sure")
    func doubts() throws {
        let titles = try #require(Self.titles)
        let undated = titles.filter { $0.date == nil }
        #expect(undated.count { $0.reading != nil } * 4 < undated.count)
        let right = titles.filter { $0.date != nil }
        #expect(right.count { $0.reading.map { $0.confidence >= DateReading.sure } ?? false } * 2 > right.count)
    }
}
