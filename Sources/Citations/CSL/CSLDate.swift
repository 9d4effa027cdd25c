import Model

/// `{"date-parts": [[2003, 5, 4]], "circa": true}`, with `season`, `literal` and `raw`.
extension ReferenceDate {
    init(csl value: JSONValue) throws(ReferenceFault.Kind) {
        self.init()
        guard var rest = value.members else {
            guard let text = CSLValue.text(value) else { throw .expected("a date") }
            raw = text
            return
        }
        if let parts = rest.removeValue(forKey: "date-parts"), parts != .null {
            guard let ends = parts.elements, (1...2).contains(ends.count) else { throw .expected("one date, or two") }
            start = try Self.day(ends[0])
            if ends.count == 2 { end = try Self.day(ends[1]) }
            if start == nil { throw .expected("a date") }
        }
        if let season = rest["season"].flatMap(Self.season), let year = start, year.month == nil, end == nil {
            start = Day(year: year.year, month: 20 + season)
            rest["season"] = nil
        }
        isCirca = rest.removeValue(forKey: "circa").map(Self.isTrue) ?? false
        literal = try Self.text("literal", rest.removeValue(forKey: "literal"))
        raw = try Self.text("raw", rest.removeValue(forKey: "raw"))
        self.rest = rest
    }

    /// `[2003]` to `[2003, 5, 4]`; empty texts at the end count as nothing.
    private static func day(_ value: JSONValue) throws(ReferenceFault.Kind) -> Day? {
        guard var parts = value.elements else { throw .expected("the parts of a date") }
        while let last = parts.last, last == .null || last == "" { parts.removeLast() }
        if parts.isEmpty { return nil }
        let numbers = parts.compactMap(CSLValue.integer)
        guard numbers.count == parts.count, numbers.count <= 3 else {
            throw .expected("year, month and day as numbers")
        }
        guard
            let day = Day(
                year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
                day: numbers.count > 2 ? numbers[2] : nil)
        else { throw .expected("a date of the calendar") }
        return day
    }

    private static func season(_ value: JSONValue) -> Int? {
        let names = ["spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4]
        let number = CSLValue.integer(value) ?? value.text.flatMap { names[$0.lowercased()] }
        return number.flatMap { (1...4).contains($0) ? $0 : nil }
    }

    private static func isTrue(_ value: JSONValue) -> Bool {
        switch value {
        case .bool(let truth): truth
        case .string(let text): !["", "0", "false"].contains(text)
        case .integer(let number): number != 0
        case .number(let number): number != 0
        case .null, .array, .object: false
        }
    }

    private static func text(_ name: String, _ value: JSONValue?) throws(ReferenceFault.Kind) -> String? {
        guard let value, value != .null else { return nil }
        guard let text = CSLValue.text(value) else { throw .expected("a text as \(name)") }
        return text.isEmpty ? nil : text
    }

    var cslDate: JSONValue {
        var members = rest
        if let start {
            if let season = start.season, end == nil {
                members["date-parts"] = [[.integer(Int64(start.year))]]
                members["season"] = .integer(Int64(season))
            } else {
                members["date-parts"] = .array([start, end].compactMap { $0.map(Self.parts) })
            }
        }
        if isCirca { members["circa"] = true }
        literal.map { members["literal"] = .string($0) }
        raw.map { members["raw"] = .string($0) }
        return .object(members)
    }

    private static func parts(_ day: Day) -> JSONValue {
        .array([day.year, day.month, day.day].compactMap { $0.map { .integer(Int64($0)) } })
    }
}
