import Citations
import Testing

@Suite("Styles")
struct StyleTests {
    private static let all = [
        Sample.gibbon, Sample.darwin, Sample.homer, Sample.federalist, Sample.dna, Sample.dispatch, Sample.page,
        Sample.letter,
        Sample.thesis, Sample.magazine, Sample.weblog, Sample.report, Sample.manuscript, Sample.interview, Sample.map,
        Sample.film, Sample.speech, Sample.edited, Sample.caesar, Sample.reprint,
    ]
    @Test func dump() throws {
        for style in CitationStyle.allCases {
            let list = Bibliography(Self.all, style: style)
            for r in Self.all {
                print(
                    "ENTRY", r.key, "=", list.entry(for: r).runs.map { $0.isItalic ? "*\($0.text)*" : $0.text }.joined()
                )
            }
            for reference in Self.all {
                let c = try #require(Citation("see @\(reference.key), pp. 33-35"))
                print(
                    "  ", list.note(for: c, standings: [.first]).plain, "|",
                    list.note(for: c, standings: [.again]).plain, "|",
                    list.note(for: c, standings: [.sameAsBefore]).plain)
            }
        }
    }
}
