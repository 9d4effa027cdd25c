import Testing

@testable import Spam

@Suite("Patterns that take no time")
struct SafePatternTests {
    @Test(
        "what is meant matches",
        arguments: [
            ("casino", "The CASINO is open", true), ("casino", "casin o", false), ("^buy", "now\nBuy", true),
            ("^buy", "now buy", false), ("now$", "buy now\nplease", true), ("now$", "nowhere", false),
            ("c.sino", "c4sino", true), ("c[a4]sino", "c4sino", true), ("c[^a]sino", "casino", false),
            ("[a-c]{3}", "xbcax", true), ("[a-c]{3}", "abxc", false), ("a{2,3}b", "aab", true),
            ("^a{2,3}b", "aaaab", false),
            ("(spam|ham)+s?$", "hamspams", true), ("\\d+ ?€", "only 40 €", true),
            ("\\w+@\\w+\\.ru", "Вася@mail.ru", true),
            ("a|", "x", true), ("x*", "", true), ("[]]", "]", true), ("[a-]", "-", true), ("\\.", "a", false),
            ("ÄPFEL", "äpfel", true), ("", "anything", true), ("a{0}b", "b", true), ("(a(b(c)))", "abc", true),
        ])
    func matches(pattern: String, text: String, isThere: Bool) throws {
        #expect(try SafePattern(pattern).matches(text) == isThere)
    }

    @Test(
        "what cannot be read is named by its place",
        arguments: [("a(b", 3), ("*a", 0), ("[a", 2), ("a)", 1), ("\\q", 1), ("a{", 2)])
    func unreadable(pattern: String, place: Int) {
        #expect(throws: SafePattern.Fault.unexpected(place)) { try SafePattern(pattern) }
    }

    @Test("what would grow without bound is refused")
    func tooLong() {
        for pattern in [
            String(repeating: "a", count: 201), "((a{100}){100}){100}", "a{101}", String(repeating: "(", count: 30),
        ] {
            #expect(throws: SafePattern.Fault.tooLong) { try SafePattern(pattern) }
        }
    }

    @Test("texts that bring others to their knees are read once: steps, not seconds, are bounded")
    func hostile() throws {
        let text = String(repeating: "a", count: 4_000) + "!"
        for pattern in ["(a+)+$", "(a|a)*b", "(a*)*c", "(.*)(.*)(.*)x"] {
            #expect(try SafePattern(pattern).matches(text) == false)
        }
    }

    @Test("any signs are a pattern or none, and never a crash")
    func anything() {
        let signs = Array("ab*+?|()[]{}^$.\\d,-12 é".unicodeScalars)
        var random: UInt64 = 3
        for _ in 0..<4_000 {
            var pattern = String.UnicodeScalarView()
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            for _ in 0..<Int(random >> 40) % 14 {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                pattern.append(signs[Int(random >> 33) % signs.count])
            }
            guard let known = try? SafePattern(String(pattern)) else { continue }
            _ = known.matches("ab12 aab\nbb é")
        }
    }
}
