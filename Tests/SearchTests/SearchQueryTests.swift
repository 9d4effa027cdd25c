import Search
import Testing

@Suite("Questions")
struct SearchQueryTests {
    private func said(_ typed: String, _ limits: SearchLimits = SearchLimits()) -> [String] {
        let query = SearchQuery(typed, limits: limits)
        func said(_ term: SearchQuery.Term) -> String {
            term.tokens.joined(separator: " ") + (term.isPrefix ? "*" : "")
        }
        return query.terms.map(said) + query.excluded.map { "-\(said($0))" }
    }

    @Test(
        "words, phrases, what is not wanted, and a last word that is still being typed",
        arguments: [
            ("moscow speech", ["moscow", "speech*"]), ("\"secret speech\" 1956", ["secret speech", "1956*"]),
            ("moscow -stalin", ["moscow", "-stalin"]), ("-\"cold war\" thaw", ["thaw*", "-cold war"]),
            ("“secret speech” «холодная война»", ["secret speech", "холодная воина"]),
            ("twenty-one", ["twenty one*"]), ("l’homme", ["l homme*"]), ("a to", ["a", "to"]),
            ("\"unfinished phrase", ["unfinished phrase"]), ("moscow moscow MOSCOW!", ["moscow", "moscow*"]),
            ("解冻", ["解冻"]), ("莫斯科", ["莫斯 斯科"]), ("雪", ["雪*"]), ("雪 moscow", ["雪*", "moscow*"]),
            ("- -- \"\" …", []), ("", []), ("-only", ["-only"]),
        ])
    func parsing(typed: String, expected: [String]) {
        #expect(said(typed) == expected)
    }

    @Test("what goes beyond the limits is left out, and said")
    func limits() {
        let few = SearchQuery("one two three four", limits: SearchLimits(terms: 2))
        #expect(few.terms.map(\.tokens) == [["one"], ["two"]])
        #expect(few.isCut)
        let short = SearchQuery("über alles", limits: SearchLimits(queryBytes: 9))
        #expect(short.text == "über all")
        #expect(short.isCut)
        #expect(short.terms.map(\.tokens) == [["uber"], ["all"]])
        #expect(!SearchQuery("one two", limits: SearchLimits(terms: 2)).isCut)
    }

    @Test("any text is a question, of tokens only", arguments: 0..<300)
    func anything(seed: UInt64) {
        var numbers = SplitMix(state: seed)
        let text = numbers.text(length: 60)
        let query = SearchQuery(text, limits: SearchLimits(queryBytes: 100, terms: 5))
        #expect(query.text.utf8.count <= 100)
        #expect(query.terms.count + query.excluded.count <= 5)
        for term in query.terms + query.excluded {
            #expect(!term.tokens.isEmpty)
            for token in term.tokens {
                #expect(!token.contains { $0 == "\"" || $0 == "'" || $0 == " " || $0 == "*" || $0 == "(" })
            }
        }
        let snippet = Snippet(of: text, for: query, length: 40)
        #expect(snippet.pieces.allSatisfy { !$0.text.isEmpty })
        #expect(Snippet(marking: query, in: text).pieces.map(\.text).joined() == Tokens.composed(text))
    }
}
