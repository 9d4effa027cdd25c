/// A day of any year: `02-25`.
package struct DayOfYear: Hashable, Comparable, Sendable {
    /// 1 to 12.
    package let month: Int
    /// 1 to 31; 29 February is one.
    package let day: Int

    /// Nil for a day that no year has.
    package init?(month: Int, day: Int) {
        guard (1...12).contains(month), (1...LocalDateTime.days(inMonth: month, of: 2000)).contains(day) else {
            return nil
        }
        (self.month, self.day) = (month, day)
    }

    /// The day that a clock shows.
    package init(_ reading: LocalDateTime) { (month, day) = (reading.month, reading.day) }

    /// `02-25`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }), let month = Int(parts[0]),
            let day = Int(parts[1])
        else { return nil }
        self.init(month: month, day: day)
    }

    package static let leapDay = DayOfYear(unchecked: 2, 29)

    /// All 366, in order.
    package static let all: [DayOfYear] = (1...12).flatMap { month in
        (1...LocalDateTime.days(inMonth: month, of: 2000)).map { DayOfYear(unchecked: month, $0) }
    }

    private init(unchecked month: Int, _ day: Int) { (self.month, self.day) = (month, day) }

    /// `02-25`
    package var text: String { "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

    package static func < (one: DayOfYear, other: DayOfYear) -> Bool { (one.month, one.day) < (other.month, other.day) }

    package var next: DayOfYear { neighbour(1) }
    package var previous: DayOfYear { neighbour(-1) }

    private func neighbour(_ step: Int) -> DayOfYear {
        let index = Self.all.firstIndex(of: self) ?? 0
        return Self.all[(index + step + Self.all.count) % Self.all.count]
    }
}

/// When what happened on 29 February is remembered in a year without one.
package enum LeapDayRule: String, Hashable, Sendable, CaseIterable {
    case onlyInLeapYears = "leap-years"
    case on28February = "february-28"
    case on1March = "march-1"

    /// The days that are remembered on the day which a clock shows.
    package func days(rememberedOn reading: LocalDateTime) -> [DayOfYear] {
        let today = DayOfYear(reading)
        guard LocalDateTime.days(inMonth: 2, of: reading.year) == 28 else { return [today] }
        switch (self, today.month, today.day) {
        case (.on28February, 2, 28): return [today, .leapDay]
        case (.on1March, 3, 1): return [.leapDay, today]
        default: return [today]
        }
    }
}
