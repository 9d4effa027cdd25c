import Language
import Testing

@Suite("Plurals")
struct PluralTests {
    /// From CLDR's own examples for whole numbers.
    private static let cases: [(tag: String, category: PluralCategory, numbers: [Int])] = [
        ("en", .one, [1]), ("en", .other, [0, 2, 16, 100, 1000, 1_000_000]),
        ("de", .one, [1]), ("de", .other, [0, 2, 16, 100, 1000, 1_000_000]),
        ("es", .one, [1]), ("es", .other, [0, 2, 16, 100, 1000, 100_000]), ("es", .many, [1_000_000, 2_000_000]),
        ("fr", .one, [0, 1]), ("fr", .other, [2, 17, 100, 1000, 100_000]), ("fr", .many, [1_000_000, 6_000_000]),
        ("pt", .one, [0, 1]), ("pt", .other, [2, 17, 100, 1000, 100_000]), ("pt", .many, [1_000_000, 6_000_000]),
        ("ru", .one, [1, 21, 31, 41, 51, 61, 71, 81, 101, 1001]),
        ("ru", .few, [2, 3, 4, 22, 23, 24, 32, 33, 34, 62, 102, 1002]),
        ("ru", .many, [0, 5, 11, 12, 14, 15, 19, 100, 111, 1000, 1_000_000]),
        ("zh", .other, [0, 1, 2, 15, 100, 1_000_000]),
        ("ar", .zero, [0]), ("ar", .one, [1]), ("ar", .two, [2]), ("ar", .few, [3, 10, 103, 110, 1003]),
        ("ar", .many, [11, 26, 99, 111, 1011]), ("ar", .other, [100, 102, 200, 202, 1000, 1_000_000]),
    ]

    @Test("numbers fall into the categories of CLDR's examples")
    func categories() {
        for (tag, category, numbers) in Self.cases {
            for number in numbers {
                #expect(Language(tag: tag).plural.category(of: number) == category, "\(tag) \(number)")
            }
        }
    }

    @Test(
        "every counted message has a form for each category that its language knows",
        arguments: [
            "ar", "de", "en", "es", "fr", "pt", "ru", "zh",
        ])
    func forms(tag: String) {
        let language = Language(tag: tag)
        // “One” is covered by the form for exactly one where the rule names it for nothing else.
        var needed = language.plural.categories
        if !(0...200).contains(where: { $0 != 1 && language.plural.category(of: $0) == .one }) { needed.remove(.one) }
        #expect(needed.isSubset(of: language.messages.responses.forms.keys))
    }

    @Test("exactly one response is written out, and 21 is not taken for it")
    func exactlyOne() {
        #expect(Language(tag: "en").responses(1) == "One Response")
        #expect(Language(tag: "en").responses(2) == "2 Responses")
        #expect(Language(tag: "en").responses(0) == "0 Responses")
        #expect(Language(tag: "de").responses(1) == "Eine Antwort")
        #expect(Language(tag: "ru").responses(1) == "Один ответ")
        #expect(Language(tag: "ru").responses(21) == "21 ответ")
        #expect(Language(tag: "ru").responses(22) == "22 ответа")
        #expect(Language(tag: "ru").responses(25) == "25 ответов")
        #expect(Language(tag: "fr").responses(0) == "0 réponse")
        #expect(Language(tag: "ar").responses(2) == "ردّان")
        #expect(Language(tag: "ar").responses(5) == "5 ردود")
        #expect(Language(tag: "zh").responses(3) == "3 条回复")
    }
}
