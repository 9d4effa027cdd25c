import Search
import Testing

@Suite("Pieces of text around what was found")
struct SnippetTests {
    private func shown(_ text: String, _ query: String, length: Int = 60) -> String {
        Snippet(of: text, for: SearchQuery(query), length: length).pieces
            .map { $0.isHit ? "[\($0.text)]" : $0.text }.joined()
    }

    private let words = (1...40).map { "word\($0)" }.joined(separator: " ")

    @Test("a short text is shown whole, with its hits apart")
    func short() {
        #expect(shown("The Secret Speech, in Moscow.", "moscow speech") == "The Secret [Speech], in [Moscow].")
        #expect(shown("Nothing here", "else") == "Nothing here")
        #expect(shown("", "else") == "")
    }

    @Test("of a long text the best piece is shown, cut where words end")
    func long() {
        let text = shown(words, "word30")
        #expect(text.hasPrefix("… word"))
        #expect(text.hasSuffix(" …"))
        #expect(text.contains(" [word30] "))
        #expect(text.utf8.count < 80)
        #expect(shown("moscow \(words) secret moscow", "secret moscow").contains("[secret] [moscow]"))
        #expect(shown(words, "absent").hasPrefix("word1 word2"))
    }

    @Test("hits are phrases, beginnings and pairs of characters")
    func kinds() {
        #expect(shown("a speech and a secret speech", "\"secret speech\"") == "a speech and a [secret speech]")
        #expect(shown("Khrushchev spoke", "khrush") == "[Khrushchev] spoke")
        #expect(shown("在莫斯科的解冻", "莫斯科 解冻") == "在[莫斯科]的[解冻]")
        #expect(shown("Die STRASSE und die Straße", "straße") == "Die [STRASSE] und die [Straße]")
        #expect(shown("le cafe\u{301} noir", "café") == "le [cafe\u{301}] noir")
    }
}
