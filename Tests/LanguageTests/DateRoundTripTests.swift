import EDTF
import Language
import Testing

@Suite("Dates in words are read back")
struct DateRoundTripTests {
    static let dates = [
        "1956-02-25", "1956-05", "1956", "0476", "1450~", "1450%", "1848?", "1848-21", "1848-22", "1848-23?",
        "1848-24~",
        "1848-33", "1848-34", "1848-35", "1848-36", "1848-37", "1848-38", "1848-39", "1848-40", "1848-41",
        "1914/1918", "1914-07-28/1918-11-11", "1917-10/1918-03", "1914-22/1918-23", "195X", "19XX", "00XX", "-07XX",
        "-00XX", "-0043", "-0043-03", "-0043-03-15", "-0049/-0043", "1914/1918-11-11", "-0043/0476-08-19", "1945/..",
        "1945-05-08/..",
        "../1066", "-0099~", "193X/195X", "17XX/19XX",
    ]

    @Test("in every language of the interface", arguments: ["en", "de", "fr", "es", "pt", "ru", "zh", "ar"])
    func roundTrip(tag: String) throws {
        let language = Language(tag: tag)
        for text in Self.dates {
            let date = try EDTF(text)
            let words = language.words(date)
            #expect(DateReader.readWhole(words)?.description == text, "\(words)")
        }
    }

    @Test(
        "but not where words say less",
        arguments: [
            // “79” alone is a number, “the 1900s” a century as often as ten years, and two dates are none.
            "0079", "190X", "[1667,1668]", "1XXX",
        ])
    func less(text: String) throws {
        let words = Language(tag: "en").words(try EDTF(text))
        #expect(DateReader.readWhole(words)?.description != text, "\(words)")
    }
}
