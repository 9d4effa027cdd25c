import EDTF
import Foundation
import Testing

@Suite("EDTF")
struct EDTFTests {
    private static let days: [(String, String, String)] = [
        ("1956-02-25", "1956-02-25", "1956-02-25"), ("1956-02", "1956-02-01", "1956-02-29"),
        ("1900-02", "1900-02-01", "1900-02-28"), ("2000-02", "2000-02-01", "2000-02-29"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("0000", "0000-01-01", "0000-12-31"), ("19XX", "1900-01-01", "1999-12-31"),
        ("-01XX", "-0199-01-01", "-0100-12-31"),
        ("1848-21", "1848-03-01", "1848-05-31"), ("1848-34", "1848-04-01", "1848-06-30"),
        ("1848-41", "1848-07-01", "1848-12-31"),
        ("Y170000002", "Y170000002-01-01", "Y170000002-12-31"), ("Y-17E7", "Y-170000000-01-01", "Y-170000000-12-31"),
        ("1950S2", "1900-01-01", "1999-12-31"), ("Y171010000S3", "Y171000000-01-01", "Y171999999-12-31"),
        ("XXXX-02-29", "0000-02-29", "9996-02-29"), ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("1560-XX-31", "1560-01-31", "1560-12-31"),
        ("190X-02-29", "1904-02-29", "1908-02-29"), ("1914/1918", "1914-01-01", "1918-12-31"),
        ("[1667,1760-12]", "1667-01-01", "1760-12-31"), ("{1670..1672}", "1670-01-01", "1672-12-31"),
        ("2004-06-11%", "2004-06-11", "2004-06-11"),
    ]

    @Test("the first and the last day that may be meant", arguments: days)
    func bounds(text: String, earliest: String, latest: String) throws {
        let date = try EDTF(text)
        #expect(date.earliest?.description == earliest)
        #expect(date.latest?.description == latest)
    }

    @Test("the documentation's examples are true")
    func documented() throws {
        let date = try EDTF("1956-02-25")
        #expect(date.earliest == date.latest)
        let about = try EDTF("1450~")
        #expect(about.isApproximate)
        #expect(about.earliest!.description == "1450-01-01")
        #expect(try EDTF("1914/1918").latest!.description == "1918-12-31")
        #expect(throws: EDTFError(kind: .expected("a year of four digits"), position: 2)) { try EDTF("44 BC") }
    }

    @Test("open and unknown ends have no day")
    func ends() throws {
        #expect(try EDTF("1985/..").latest == nil)
        #expect(try EDTF("/1985").earliest == nil)
        #expect(try EDTF("[..1760-12-03]").earliest == nil)
        #expect(try EDTF("{1760-12..}").latest == nil)
        #expect(try EDTF("../..").earliest == nil)
    }

    @Test(
        "what is doubted is told of each part",
        arguments: [
            ("2004-06-~11", [], [], [.approximate]), ("2004-06~-11", [.approximate], [.approximate], []),
            ("?2004-06-11", [.uncertain], [], []), ("2004?-%06", [.uncertain], [.uncertain, .approximate], []),
            ("2004-06-11%", [.uncertain, .approximate], [.uncertain, .approximate], [.uncertain, .approximate]),
        ] as [(String, Qualification, Qualification, Qualification)])
    func qualified(text: String, year: Qualification, month: Qualification, day: Qualification) throws {
        let date = try #require(try EDTF(text).dates.first)
        #expect(date.yearQualification == year)
        #expect(date.monthQualification == month)
        #expect(date.dayQualification == day)
    }

    @Test(
        "the canonical form",
        arguments: [
            ("?2004-06-11", "2004?-06-11"), ("~2004-~06-11", "2004-06~-11"), ("2004~-06~-11~", "2004-06-11~"),
            ("?2004-%06", "2004?-%06"), ("2004-06-~11", "2004-06-~11"), ("Y-17E7", "Y-17E7"),
            ("2004-01-01T10:10:10+05:00", "2004-01-01T10:10:10+05:00"), ("[1667,1760-12..]", "[1667,1760-12..]"),
        ])
    func canonical(text: String, form: String) throws {
        #expect(try EDTF(text).description == form)
        #expect(try EDTF(form) == EDTF(text))
    }

    @Test(
        "what is no date is told by its place",
        arguments: [
            ("", 0, EDTFError.Kind.empty), ("195", 3, .expected("a year of four digits")), ("1956-13", 5, .noMonth),
            ("1956-02-30", 8, .noDay), ("1955-02-29", 8, .noDay), ("Y1956", 0, .shortYear), ("-0000", 0, .minusZero),
            ("1956-02-25T24:00:00", 11, .noTime), ("1956-02-25 ", 10, .expected("the end")),
            ("/", 0, .expected("a date")),
            ("Y-61000/-2000", 0, .notInInterval), ("1918/1914", 5, .endsBeforeItBegins), ("Y9E99", 1, .yearTooLarge),
            ("[1667", 5, .expected("]")), ("1950S9", 5, .expected("how many digits count, 1 to 4")),
            ("Y99999999999999999999999", 13, .yearTooLarge),
        ])
    func faults(text: String, position: Int, kind: EDTFError.Kind) {
        #expect(throws: EDTFError(kind: kind, position: position)) { try EDTF(text) }
    }

    @Test(
        "older drafts are read",
        arguments: [
            ("199u", "199X"), ("1984?~", "1984%"), ("2004-06-01/open", "2004-06-01/.."), ("unknown/2006", "/2006"),
            ("y17e7", "Y17E7"), ("1950p2", "1950S2"), ("[1667, 1668]", "[1667,1668]"), ("196x", "196X"),
        ])
    func older(text: String, form: String) throws {
        #expect(try EDTF(lenient: text).description == form)
    }

    @Test("order is by the first day, then by the last")
    func order() throws {
        let sorted = ["../1066", "-0043", "1066", "1066/1087", "1956-02-25", "1956-02-26", "1956-03/.."]
        let dates = try sorted.map { try EDTF($0) }
        #expect(dates.reversed().sorted().map(\.description) == sorted)
    }

    private struct Case: Decodable {
        let edtf: String
        let valid: Bool
        let bounds: [String]?
    }

    /// Bounds there are one day or two; two more take what is doubted a little wider. Unknown ends count as ten years.
    private static let unknownEnds: Set = ["/2006", "2004-06-01/", "1984-06-02?/"]

    @Test(
        "every collected vector",
        .enabled(if: ProcessInfo.processInfo.environment["THAW_TEST_DATA"] != nil, "needs the collected vectors"))
    func vectors() throws {
        let folder = try #require(ProcessInfo.processInfo.environment["THAW_TEST_DATA"])
        let file = URL(filePath: folder).appending(path: "edtf/edtf-cases.json")
        let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
        #expect(cases.count > 200)
        for each in cases {
            guard each.valid else {
                #expect(throws: EDTFError.self, "\(each.edtf)") { try EDTF(each.edtf) }
                continue
            }
            let date = try EDTF(each.edtf)
            #expect(try EDTF(date.description) == date, "\(each.edtf)")
            guard let bounds = each.bounds, !Self.unknownEnds.contains(each.edtf) else { continue }
            let isSignificant = each.edtf.contains("S") && bounds.count == 4
            let first = bounds[isSignificant ? 2 : 0]
            let last = bounds[isSignificant ? 3 : bounds.count % 2 == 0 ? 1 : 0]
            func text(_ day: CalendarDay?, _ none: String) -> String {
                day.map { $0.description.replacing("Y", with: "") } ?? none
            }
            #expect(text(date.earliest, "-inf") == first, "\(each.edtf)")
            #expect(text(date.latest, "inf") == last, "\(each.edtf)")
        }
    }

    @Test("any signs are a date or none: what is one comes back from its canonical form, and its bounds are in order")
    func anything() {
        let signs = Array("0123456789XXYE-S?~%/.[]{},T:Z+-".utf8)
        let seeds = [
            "1956-02-25", "19XX-1X", "1914/1918", "[1667,1668..]", "Y17E7", "1848-21?", "1950S2", "2004-06~-11",
        ]
        var state: UInt64 = 42
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        var read = 0
        for round in 0..<20_000 {
            var bytes = Array(seeds[round % seeds.count].utf8)
            for _ in 0..<next() % 4 {
                let place = next() % (bytes.count + 1)
                switch next() % 3 {
                case 0: bytes.insert(signs[next() % signs.count], at: place)
                case 1 where place < bytes.count: bytes.remove(at: place)
                default: if place < bytes.count { bytes[place] = signs[next() % signs.count] }
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            guard let date = try? EDTF(text) else { continue }
            read += 1
            #expect((try? EDTF(date.description)) == date, "\(text)")
            if let first = date.earliest, let last = date.latest { #expect(first <= last, "\(text)") }
        }
        #expect(read > 4_000)
    }
}
