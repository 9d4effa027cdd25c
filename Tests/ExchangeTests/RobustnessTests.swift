import Exchange
import Testing

@Suite("Any bytes")
struct RobustnessTests {
    private static let troubled =
        "\n" + Sample.head + Sample.people + Sample.speech
        + Sample.item(
            1, content: "<![CDATA[a ]]> b \u{1} <![CDATA[ c ]]>]]>") + "<!-- x --- y --><?php echo ?>"
        + Sample.item(2, content: "&nbsp; & ]]> &#1; é 👋 < &longnamethatisnoentityatall; \u{FFFE}") + Sample.foot

    @Test("the records are the same however the bytes are cut", arguments: [1, 2, 3, 5, 7, 16, 61, 300])
    func chunks(size: Int) throws {
        for text in [Self.troubled, Sample.whole] {
            let bytes = Array(text.utf8)
            #expect(try read(bytes, chunk: size) == (try read(bytes)))
        }
    }

    @Test("changed bytes end in records or in a typed error", arguments: 0..<8)
    func mutations(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        let original = Array(Self.troubled.utf8)
        let pieces = [
            "<", ">", "&", "]]>", "<![CDATA[", "</item>", "<item>", "<!--", "-->", "\"", "\u{0}", "<!DOCTYPE x [", "?>",
            "<wp:comment>", "&#x", ";", "</rss>", "xmlns:wp=\"\"",
        ].map { Array($0.utf8) }
        for _ in 0..<60 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...6, using: &numbers) {
                let place = Int.random(in: 0..<bytes.count, using: &numbers)
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &numbers)))
                case 2: bytes.insert(contentsOf: pieces.randomElement(using: &numbers) ?? [], at: place)
                default:
                    let from = Int.random(in: 0..<bytes.count, using: &numbers)
                    bytes.insert(contentsOf: Array(bytes[from..<min(bytes.count, from + 200)]), at: place)
                }
                if bytes.isEmpty { bytes = [0x3C] }
            }
            let (error, records) = fault(bytes)
            let (otherError, otherRecords) = fault(bytes, chunk: Int.random(in: 1...64, using: &numbers))
            #expect(records == otherRecords)
            #expect((error == nil) == (otherError == nil))
        }
    }

    @Test("bytes of chance end in a typed error", arguments: 0..<20)
    func noise(seed: UInt64) {
        var numbers = SeededNumbers(state: seed)
        let bytes = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
        #expect(fault(bytes).error != nil)
    }
}
