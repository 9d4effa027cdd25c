import EDTF
import Language
import Testing

@Suite("Any text is read without a crash, and in little time")
struct DateReaderFuzzTests {
    private static let pieces = [
        "1956", " ", "February", "25", ",", "–", "-", "年", "月", "日", "c.", "BC", "до н. э.", "/", "é", "\u{0661}", "er",
        "999999999999", ".", "between", "and", "from", "to", "с", "по", "XIX", "века", "siglo", "القرن", "التاسع",
        "عشر",
        "و", "八", "十", "世纪", "公元前", "первый", "квартал", "(", ")", "?", "~", "\u{200F}", "\u{00A0}", "\u{0301}",
        "50", "s", "’", "winter", "dix", "neuvième", "Old", "Style", "0", "32", "year",
    ]

    @Test("of pieces of dates", arguments: [9, 27, 81] as [UInt64])
    func pieces(seed: UInt64) {
        var state = seed
        for _ in 0..<1_500 {
            var text = ""
            for _ in 0..<14 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += Self.pieces[Int(state >> 33) % Self.pieces.count] + (state >> 40 & 1 == 0 ? " " : "")
            }
            check(text)
        }
    }

    @Test(
        "of a hundred kilobytes",
        arguments: ["1956 ", "between 1956 and ", "6–", "a", "一", "\u{0301}", "9", "(", "XIX и "])
    func long(piece: String) {
        let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
        let clock = ContinuousClock()
        let time = clock.measure { check(text) }
        #expect(time < .seconds(2))
    }

    private func check(_ text: String) {
        if let reading = DateReader.read(text) {
            #expect((0...1).contains(reading.confidence))
            #expect(text.contains(reading.words) && text.hasSuffix(reading.rest), "\(text)")
            // What it was read from says the same alone, if it says anything.
            #expect(!reading.words.isEmpty, "\(text)")
        }
        _ = DateReader.readDay(text, of: 1956)
        _ = DateReader.readWhole(text)
    }
}
