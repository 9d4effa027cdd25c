import Citations
import Model
import Testing

@Suite("CSL-JSON")
struct CSLTests {
    private func read(_ text: String, limits: ReferenceLimits = ReferenceLimits()) throws -> ReferenceReading {
        try CSLJSON.read(Array(text.utf8), limits: limits)
    }

    @Test("an item gives its fields, numbers as texts and texts as numbers")
    func item() throws {
        let reading = try read(
            """
            {"id": "smith1776", "type": "book", "title": "The Wealth of Nations", "volume": 2, "page": "1-9",
             "author": [{"family": "Smith", "given": "Adam"}, {"literal": "A Society"}, "Another"],
             "issued": {"date-parts": [["1776", "3", 9]]}, "accessed": {"raw": "2020-08-03"},
             "original-date": {"date-parts": [[-44]], "circa": 1}, "shortTitle": "Wealth", "note": null, "x": [1, {"y": 2.5}]}
            """)
        var expected = Reference(key: "smith1776", type: .book)
        expected.title = "The Wealth of Nations"
        expected.shortTitle = "Wealth"
        expected.volume = "2"
        expected.page = "1-9"
        expected.author = [
            Sample.person("Adam", "Smith"), ReferenceName(literal: "A Society"), ReferenceName(literal: "Another"),
        ]
        expected.issued = Sample.date(1776, 3, 9)
        expected.originalDate = ReferenceDate(start: .init(year: -44), isCirca: true)
        var accessed = ReferenceDate()
        accessed.raw = "2020-08-03"
        expected.accessed = accessed
        expected.rest = ["x": [1, ["y": .number(2.5)]]]
        #expect(reading == ReferenceReading(references: [expected], faults: []))
        #expect(accessed.resolved == Sample.date(2020, 8, 3))
    }

    @Test("dates: ranges, seasons, words")
    func dates() throws {
        let reading = try read(
            """
            [{"id": "a", "issued": {"date-parts": [[1914, 7], [1918, 11, 11]]}},
             {"id": "b", "issued": {"date-parts": [[1968]], "season": "Spring"}},
             {"id": "c", "issued": {"literal": "in the reign of Nero"}}, {"id": "d", "issued": {"date-parts": [[1968, 14]]}}]
            """)
        #expect(
            reading.references.map(\.issued) == [
                ReferenceDate(start: .init(year: 1914, month: 7), end: .init(year: 1918, month: 11, day: 11)),
                Sample.date(1968, 21), ReferenceDate(literal: "in the reign of Nero"), Sample.date(1968, 22),
            ])
        #expect(try read(try CSLJSON.write(reading.references)) == reading)
    }

    @Test("bad items are told by number, key and field, and the rest is taken")
    func faults() throws {
        let reading = try read(
            """
            [{"id": "good", "type": "book"}, 7, {"title": "x"}, {"id": "a b"}, {"id": "b", "author": "Ann"},
             {"id": "c", "issued": {"date-parts": [[2003, 13, 45]]}}, {"id": "d", "title": ["x"]}, {"id": "good"},
             {"id": "e", "author": [{}]}, {"id": 5}]
            """)
        #expect(reading.references.map(\.key) == ["good", "5"])
        #expect(
            reading.faults == [
                ReferenceFault(.item(1, key: nil, field: nil), .expected("an item")),
                ReferenceFault(.item(2, key: nil, field: "id"), .missing),
                ReferenceFault(.item(3, key: "a b", field: "id"), .notAKey("a b")),
                ReferenceFault(.item(4, key: "b", field: "author"), .expected("a list of names")),
                ReferenceFault(.item(5, key: "c", field: "issued"), .expected("a date of the calendar")),
                ReferenceFault(.item(6, key: "d", field: "title"), .expected("a text")),
                ReferenceFault(.item(7, key: "good", field: "id"), .repeatedKey("good")),
                ReferenceFault(.item(8, key: "e", field: "author"), .expected("a name")),
            ])
        #expect(reading.faults[3].description == "item 4 (b), author: expected a list of names")
    }

    @Test("a file beyond the limits, or that is no JSON, is refused")
    func limits() {
        let deep = String(repeating: "[", count: 100_000)
        let cases: [(String, ReferenceFault.Kind)] = [
            ("[", .notJSON), ("", .notJSON), ("7", .expected("an array of items, or one")), (deep, .tooDeep(32)),
            ("[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]", .tooMany(2)),
            ("[\"" + String(repeating: "x", count: 100_000) + "\"]", .tooLarge(100_000)),
        ]
        for (text, kind) in cases {
            #expect(throws: ReferenceFault(.file, kind)) {
                try read(text, limits: ReferenceLimits(bytes: 100_000, items: 2))
            }
        }
    }

    @Test("members are written in the order of their names")
    func written() throws {
        let text = try CSLJSON.write(
            [Sample.person("Adam", "Smith")].map { Sample.reference("s", .book, [$0], year: 1776) })
        let names = text.split(separator: "\"").filter { ["author", "id", "issued", "type"].contains($0) }
        #expect(names == ["author", "id", "issued", "type"])
        #expect(try CSLJSON.write([]) == "[\n\n]\n")
    }
}
