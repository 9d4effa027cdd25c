import Citations
import Model
import Testing

/// SplitMix64: the same numbers for the same seed.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// References of any fields.
struct ReferenceMaker {
    private var numbers: SeededNumbers
    /// Of what BibTeX has a place for.
    private let isForBibTeX: Bool

    init(seed: UInt64, isForBibTeX: Bool) {
        numbers = SeededNumbers(seed: seed)
        self.isForBibTeX = isForBibTeX
    }

    mutating func reference(_ number: Int) -> Reference {
        var types = ReferenceType.all.sorted { $0.rawValue < $1.rawValue }
        if !isForBibTeX { types.append(ReferenceType(rawValue: "unheard-of")) }
        var reference = Reference(key: "key\(number)", type: types[Int.random(in: 0..<types.count, using: &numbers)])
        for (name, path) in Reference.texts where Bool.random(using: &numbers) {
            reference[keyPath: path] =
                ["URL", "DOI"].contains(name) ? "https://example.org/a_b%20c~d#\(number)" : text()
        }
        for (_, path) in Reference.names where Bool.random(using: &numbers) {
            reference[keyPath: path] = (0...Int.random(in: 0...2, using: &numbers)).map { _ in name() }
        }
        for (_, path) in Reference.dates where Bool.random(using: &numbers) { reference[keyPath: path] = date() }
        if Bool.random(using: &numbers) { reference.rest["abstract"] = .string(text()) }
        if Bool.random(using: &numbers) { reference.rest["custom"] = ["mine": .string(text())] }
        if !isForBibTeX { reference.rest["unheard"] = [true, .null, .number(0.5), ["a": .string(text())]] }
        return reference
    }

    private static let letters = Array("abcXYZ éßÖ日“”’&%$#_{}~^\\-'`,.:;!?()[]@=\"+/0123456789\u{A0}")

    private mutating func text() -> String {
        let letters = (0...Int.random(in: 0...20, using: &numbers)).map { _ in
            Self.letters[Int.random(in: 0..<Self.letters.count, using: &numbers)]
        }
        let text = String(letters).split(separator: " ").joined(separator: " ")
        return text.isEmpty ? "x" : text.replacing("--", with: "-")
    }

    private mutating func name() -> ReferenceName {
        if Int.random(in: 0...4, using: &numbers) == 0 { return ReferenceName(literal: text()) }
        var name = ReferenceName(family: text())
        if Bool.random(using: &numbers) { name.given = text() }
        if Bool.random(using: &numbers) { name.suffix = text() }
        if Bool.random(using: &numbers) { name.nonDroppingParticle = "van der" }
        if !isForBibTeX, Bool.random(using: &numbers) { name.droppingParticle = "de" }
        return name
    }

    private mutating func date() -> ReferenceDate {
        if Int.random(in: 0...5, using: &numbers) == 0 { return ReferenceDate(literal: "the year of the flood") }
        var date = ReferenceDate(start: day(), isCirca: Bool.random(using: &numbers))
        if Bool.random(using: &numbers) { date.end = day() }
        return date
    }

    private mutating func day() -> ReferenceDate.Day? {
        let year = Int.random(in: -3000...2999, using: &numbers)
        let month = Bool.random(using: &numbers) ? Int.random(in: 1...12, using: &numbers) : nil
        let day = month == nil || Bool.random(using: &numbers) ? nil : Int.random(in: 1...28, using: &numbers)
        return ReferenceDate.Day(year: year == 0 ? 1 : year, month: month, day: day)
    }
}

@Suite("Any sources")
struct PropertyTests {
    @Test("CSL-JSON that was written gives the same when it is read", arguments: 1...10 as ClosedRange<UInt64>)
    func csl(seed: UInt64) throws {
        var maker = ReferenceMaker(seed: seed, isForBibTeX: false)
        let references = (0..<30).map { maker.reference($0) }
        let reading = try CSLJSON.read(Array(try CSLJSON.write(references).utf8))
        #expect(reading.faults == [])
        for (one, other) in zip(reading.references, references) { #expect(one == other) }
    }

    @Test("BibTeX that was written gives the same when it is read", arguments: 1...20 as ClosedRange<UInt64>)
    func bibtex(seed: UInt64) throws {
        var maker = ReferenceMaker(seed: seed, isForBibTeX: true)
        let references = (0..<30).map { maker.reference($0) }
        let reading = try BibTeX.read(Array(BibTeX.write(references).utf8))
        #expect(reading.faults == [])
        for (one, other) in zip(reading.references, references) {
            for (name, path) in Reference.texts {
                #expect(one[keyPath: path] == other[keyPath: path], "\(name) of \(other.type.rawValue)")
            }
            for (name, path) in Reference.names { #expect(one[keyPath: path] == other[keyPath: path], "\(name)") }
            for (name, path) in Reference.dates { #expect(one[keyPath: path] == other[keyPath: path], "\(name)") }
            #expect(one.rest == other.rest)
            #expect(one.type == other.type)
        }
    }

    @Test("every style prints any source", arguments: CitationStyle.allCases)
    func styles(style: CitationStyle) {
        var maker = ReferenceMaker(seed: 7, isForBibTeX: false)
        let references = (0..<300).map { maker.reference($0) }
        let list = Bibliography(references, style: style)
        let citations = references.map { Citation(items: [.init(key: $0.key, locator: Locator(.page, "3-5"))]) }
        #expect(list.entries.count == 300 && list.entries.allSatisfy { !$0.text.isEmpty })
        #expect(list.notes(for: citations + citations).allSatisfy { !$0.isEmpty })
        for reference in references { #expect(reference.structuredData["@type"].text != nil) }
    }

    @Test("no bytes are too much for a reader", arguments: 1...20 as ClosedRange<UInt64>)
    func bytes(seed: UInt64) throws {
        var numbers = SeededNumbers(seed: seed)
        let pieces = [
            "@book{", "@string{a=a#a}", "@a{b,c=", "{", "}", "\"", "#", ",", "=", "(", ")", "\\'", "\\", "$", "~",
            " and ", "\n@",
            "[", "]", "[@", "@", ";", ":", "{\\\"", "\u{FF}é", "\"id\":", "0", "x", "-", "<i>", "%",
        ].map { Array($0.utf8) }
        for _ in 0..<300 {
            var bytes: [UInt8] = []
            for _ in 0..<Int.random(in: 0...60, using: &numbers) {
                if Int.random(in: 0...9, using: &numbers) == 0 {
                    bytes.append(UInt8.random(in: 0...255, using: &numbers))
                } else {
                    bytes += pieces[Int.random(in: 0..<pieces.count, using: &numbers)]
                }
            }
            _ = try BibTeX.read(bytes)
            _ = try? CSLJSON.read(bytes)
            let text = String(decoding: bytes, as: UTF8.self)
            _ = Citation(text)
            _ = FoundCitation.all(in: text)
        }
    }

    @Test(
        "hostile repetitions take no longer than their length",
        arguments: [
            "{", "}", "[", "[@", "[@a ", "]", "@a{b,", "@a{b,c={", "\n@a{b,c={", "\n@a{b,c=\"", "\n@a{b,c={}}", "\\'",
            "@string{a=a#a}",
            "@string{a=a#a#a}\n", "{[", "@", ";@a", "[[[@a]]]", "\n@a{b,c={{}", "\n@comment{", "<i", "-",
        ])
    func hostile(piece: String) throws {
        let text = String(repeating: piece, count: 50_000 / piece.utf8.count)
        let time = try ContinuousClock().measure {
            _ = try? BibTeX.read(Array(text.utf8))
            _ = try? CSLJSON.read(Array(text.utf8))
            _ = FoundCitation.all(in: text)
            _ = Citation(text)
            _ = try BibTeX.read(Array("@book{k, title = {\(String(repeating: "\\'", count: 40_000))}}".utf8))
            _ = Bibliography([], style: .apa).entry(for: Sample.reference("k", .book, title: text))
        }
        #expect(time < .seconds(10))
    }
}
