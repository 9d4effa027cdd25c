import Exchange
import Testing

@Suite("Comma-separated values")
struct CSVTests {
    private static func fields(_ text: String) -> [[String]] { CSVReader(text).rows.map(\.fields) }

    @Test(
        "quotes hold commas, line ends and quotes; empty lines and a mark at the head are passed over",
        arguments: [
            ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
            ("\u{FEFF}a,\"b, \"\"c\"\"\nd\"\n\n,\n", [["a", "b, \"c\"\nd"], ["", ""]]),
            ("a;b\nc;d", [["a", "b"], ["c", "d"]]), ("a\tb\n", [["a", "b"]]), ("a@b.example\n", [["a@b.example"]]),
            ("\"\"\n", [[""]]), ("\"open, to the end\nand on", [["open, to the end\nand on"]]), ("", []),
        ])
    func reads(text: String, expected: [[String]]) { #expect(Self.fields(text) == expected) }

    @Test("each row tells the line in which it begins")
    func lines() { #expect(CSVReader("a\r\n\"b\nb\"\n\rc\n").rows.map(\.line) == [1, 2, 5]) }

    @Test("what was written is read again, whatever is in it, and no field begins a formula")
    func roundTrip() {
        let alphabet: [Character] = ["a", "é", ",", "\"", "\n", "\r", ";", " ", "=", "@"]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            let rows = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                ["x"]
                    + (0..<3).map { _ in
                        String((0..<Int.random(in: 0...6, using: &generator)).map { _ in alphabet.randomElement()! })
                    }
            }
            var writer = CSVWriter()
            rows.forEach { writer.add($0) }
            let read = Self.fields(writer.text)
            #expect(read.map { $0.map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 } } == rows)
            #expect(read.joined().allSatisfy { !$0.hasPrefix("=") && !$0.hasPrefix("@") })
        }
    }
}
