/// A date as the Library of Congress' Extended Date/Time Format writes it (4 February 2019, ISO 8601-2), of levels 0, 1 and 2.
///
/// ```swift
/// let date = try EDTF("1956-02-25")
/// let about = try EDTF("1450~")
/// let years = try EDTF("1914/1918")
/// print(about.earliest!, years.latest!)  // 1450-01-01 1918-12-31
/// ```
public enum EDTF: Hashable, Sendable {
    case date(EDTFDate)
    case interval(EDTFInterval)
    case set(EDTFSet)

    /// - Throws: ``EDTFError`` with the place of what cannot be read.
    public init(_ text: String) throws(EDTFError) {
        var parser = EDTFParser(text)
        self = try parser.parse()
    }

    /// Reads the forms of older drafts too: `199u`, `1984?~`, `2004/open`, `unknown/2006`, `y17e7`, `196x`, `1950p2`, and blanks behind
    /// commas. Places of faults are those of the text as it was rewritten.
    public init(lenient text: String) throws(EDTFError) { try self.init(OlderForms.rewritten(text)) }

    /// The first day that may be meant; nil where there is none: an open or unknown beginning.
    public var earliest: CalendarDay? {
        switch self {
        case .date(let date): date.bounds.lowerBound
        case .interval(let interval): interval.start.date?.bounds.lowerBound
        case .set(let set): set.earliest
        }
    }

    /// The last day that may be meant; nil where there is none: an open or unknown end.
    public var latest: CalendarDay? {
        switch self {
        case .date(let date): date.bounds.upperBound
        case .interval(let interval): interval.end.date?.bounds.upperBound
        case .set(let set): set.latest
        }
    }

    /// Whether any part of it is uncertain.
    public var isUncertain: Bool { dates.contains { $0.isUncertain } }

    /// Whether any part of it is near the truth only.
    public var isApproximate: Bool { dates.contains { $0.isApproximate } }

    /// Whether a digit of it is not known.
    public var isUnspecified: Bool { dates.contains { $0.isUnspecified } }

    /// All dates that it names, in order.
    public var dates: [EDTFDate] {
        switch self {
        case .date(let date): [date]
        case .interval(let interval): [interval.start.date, interval.end.date].compactMap(\.self)
        case .set(let set): set.members.flatMap(\.dates)
        }
    }
}

/// From one date to another.
public struct EDTFInterval: Hashable, Sendable {
    public enum End: Hashable, Sendable {
        case date(EDTFDate)
        /// `..`: there is none.
        case open
        /// Empty: it is not known.
        case unknown

        public var date: EDTFDate? { if case .date(let date) = self { date } else { nil } }
    }

    public var start: End
    public var end: End

    public init(start: End, end: End) {
        self.start = start
        self.end = end
    }
}

/// Several dates: one of them is meant, or all of them are.
public struct EDTFSet: Hashable, Sendable {
    public enum Member: Hashable, Sendable {
        case date(EDTFDate)
        /// `1670..1672`
        case range(EDTFDate, EDTFDate)
        /// `..1760`
        case before(EDTFDate)
        /// `1760..`
        case after(EDTFDate)

        var dates: [EDTFDate] {
            switch self {
            case .date(let date), .before(let date), .after(let date): [date]
            case .range(let first, let last): [first, last]
            }
        }
    }

    /// Whether one of them is meant, `[…]`; else all are, `{…}`.
    public var isChoice: Bool
    public var members: [Member]

    public init(isChoice: Bool, members: [Member]) {
        self.isChoice = isChoice
        self.members = members
    }

    var earliest: CalendarDay? {
        if members.contains(where: { if case .before = $0 { true } else { false } }) { return nil }
        return members.flatMap(\.dates).map(\.bounds.lowerBound).min()
    }

    var latest: CalendarDay? {
        if members.contains(where: { if case .after = $0 { true } else { false } }) { return nil }
        return members.flatMap(\.dates).map(\.bounds.upperBound).max()
    }
}

/// By the first day that may be meant, then by the last; what is open or unknown comes before and after everything.
extension EDTF: Comparable {
    public static func < (one: EDTF, other: EDTF) -> Bool {
        switch (one.earliest, other.earliest) {
        case (let first?, let second?) where first != second: return first < second
        case (nil, _?): return true
        case (_?, nil): return false
        default: break
        }
        switch (one.latest, other.latest) {
        case (let first?, let second?): return first < second
        case (_?, nil): return true
        default: return false
        }
    }
}
