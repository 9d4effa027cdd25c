package import Model

/// A date of CSL-JSON: one day, month, season or year, or a range of them; or words.
package struct ReferenceDate: Hashable, Sendable {
    /// A year, and as much more as is known.
    package struct Day: Hashable, Sendable {
        /// Negative before Christ: -44 is 44 BC, and there is no year 0.
        package let year: Int
        /// 1 to 12, or 21 to 24 for spring to winter.
        package let month: Int?
        /// 1 to 31.
        package let day: Int?

        /// Nil for what no calendar has. 13 to 16 are read as seasons too, as some programs write them.
        package init?(year: Int, month: Int? = nil, day: Int? = nil) {
            guard year != 0, year.magnitude <= 9_999_999, month != nil || day == nil else { return nil }
            if let month, !(1...16).contains(month), !(21...24).contains(month) { return nil }
            if let day, !(1...31).contains(day) || (month ?? 0) > 12 { return nil }
            self.year = year
            self.month = month.map { (13...16).contains($0) ? $0 + 8 : $0 }
            self.day = day
        }

        /// 1 to 4 for spring to winter.
        package var season: Int? { month.flatMap { $0 > 20 ? $0 - 20 : nil } }
    }

    package var start: Day?
    /// Of a range.
    package var end: Day?
    package var isCirca = false
    /// In words, to be printed as they are.
    package var literal: String?
    /// As somebody typed it.
    package var raw: String?
    /// Every other member, by its name in CSL-JSON.
    package var rest: [String: JSONValue] = [:]

    package init(start: Day? = nil, end: Day? = nil, isCirca: Bool = false, literal: String? = nil) {
        self.start = start
        self.end = end
        self.isCirca = isCirca
        self.literal = literal
    }

    /// With what ``raw`` says, where that is all there is and can be read.
    package var resolved: ReferenceDate {
        guard start == nil, literal == nil, let raw else { return self }
        return DateText.date(raw) ?? ReferenceDate(isCirca: isCirca, literal: raw)
    }
}
