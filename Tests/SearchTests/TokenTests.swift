import Testing

@testable import Search

@Suite("Words as they are looked up")
struct TokenTests {
    private func words(_ text: String) -> [String] { Tokens(text).map(\.text) }

    @Test(
        "case, accents and other forms of a letter do not matter",
        arguments: [
            ("Élan VITAL", ["elan", "vital"]), ("Müller Straße STRASSE", ["muller", "strasse", "strasse"]),
            ("Ёлка ёлка", ["елка", "елка"]), ("Σοφός ΣΟΦΌΣ", ["σοφοσ", "σοφοσ"]), ("ﬁne Ｔｅｘｔ", ["fine", "text"]),
            ("e\u{301}tude cafe\u{301}", ["etude", "cafe"]), ("Øresund Łódź œuvre", ["oresund", "lodz", "oeuvre"]),
            ("أَحْمَد احمد", ["احمد", "احمد"]), ("كـــتاب كتاب", ["كتاب", "كتاب"]), ("שָׁלוֹם", ["שלום"]),
            ("1956 ١٩٥٦ २०१२", ["1956", "1956", "2012"]), ("sil\u{AD}ver", ["silver"]), ("हिन्दी", ["हिन्दी"]),
        ])
    func folding(text: String, expected: [String]) {
        #expect(words(text).map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
    }

    @Test("apostrophes, hyphens and signs part words")
    func parting() {
        #expect(words("l’homme d'État O'Brien's") == ["l", "homme", "d", "etat", "o", "brien", "s"])
        #expect(
            words("twenty-one, thaw.example/a?b=c&amp") == ["twenty", "one", "thaw", "example", "a", "b", "c", "amp"])
        #expect(words("  … — ! ") == [])
        #expect(words("") == [])
    }

    @Test("a script without spaces is cut into pairs of neighbours, and the last character alone")
    func pairs() {
        #expect(words("莫斯科") == ["莫斯", "斯科", "科"])
        #expect(words("雪") == ["雪"])
        #expect(words("在1956年thaw解冻") == ["在", "1956", "年", "thaw", "解冻", "冻"])
        #expect(words("がんば か\u{3099}んば") == ["がん", "んば", "ば", "がん", "んば", "ば"])
        #expect(words("ไทย") == ["ไท", "ทย", "ย"])
    }

    @Test("a token knows where it stands")
    func ranges() {
        let text = "Ein Élan – 莫斯科, e\u{301}!"
        let bytes = Array(text.utf8)
        let shown = Tokens(text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        #expect(shown == ["Ein", "Élan", "莫斯", "斯科", "科", "e\u{301}"])
    }

    @Test("a word that never ends is cut")
    func endless() {
        let tokens = Array(Tokens(String(repeating: "x", count: 100_000)))
        #expect(tokens.map(\.text) == [String(repeating: "x", count: 96)])
    }

    @Test("every character folds to itself when folded again, and to nothing that an index would take apart")
    func idempotence() {
        var wrong: [String] = []
        for value in UInt32(0)...0x1_FFFF where !(0x4E00...0x9FFF).contains(value) && !(0xAC00...0xD7A3).contains(value)
        {
            guard let scalar = Unicode.Scalar(value) else { continue }
            switch Folding.folded(scalar) {
            case .separator, .ignored: continue
            case .word(let bytes), .unspaced(let bytes):
                let text = String(decoding: bytes, as: UTF8.self)
                let again = text.unicodeScalars.flatMap { scalar -> [UInt8] in
                    switch Folding.folded(scalar) {
                    case .word(let bytes), .unspaced(let bytes): bytes
                    case .separator, .ignored: []
                    }
                }
                let isSafe = bytes.allSatisfy {
                    $0 >= 0x80 || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
                }
                if again != bytes || !isSafe { wrong.append("U+\(String(value, radix: 16)) \(text)") }
            }
        }
        #expect(wrong == [])
    }

    @Test("whatever is cut into words, the words and their places are whole", arguments: 0..<200)
    func anything(seed: UInt64) {
        var numbers = SplitMix(state: seed)
        let text = numbers.text(length: 200)
        let composed = Tokens.composed(text)
        let bytes = Array(composed.utf8)
        var last = 0
        for token in Tokens(text) {
            #expect(!token.text.isEmpty)
            #expect(token.range.lowerBound >= last && token.range.upperBound <= bytes.count)
            #expect(String(validating: bytes[token.range], as: UTF8.self) != nil)
            last = token.range.lowerBound
        }
        #expect(Tokens.line(text).unicodeScalars.split(separator: " ").map { String($0) } == words(text))
    }
}
