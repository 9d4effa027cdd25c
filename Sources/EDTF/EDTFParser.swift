/// Reads an expression byte by byte.
struct EDTFParser {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    mutating func parse() throws(EDTFError) -> EDTF {
        guard !bytes.isEmpty else { throw EDTFError(kind: .empty, position: 0) }
        let found: EDTF
        if next == UInt8(ascii: "[") || next == UInt8(ascii: "{") {
            found = .set(try set())
        } else if bytes.contains(UInt8(ascii: "/")) {
            found = .interval(try interval())
        } else {
            found = .date(try date(allowsTime: true))
        }
        guard position == bytes.count else { throw fault(.expected("the end")) }
        return found
    }

    // MARK: Bytes

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func fault(_ kind: EDTFError.Kind, at place: Int? = nil) -> EDTFError {
        EDTFError(kind: kind, position: place ?? position)
    }

    private mutating func takes(_ character: Character) -> Bool {
        guard next == character.asciiValue else { return false }
        position += 1
        return true
    }

    private mutating func takesDots() -> Bool {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "."), bytes[position + 1] == UInt8(ascii: ".")
        else { return false }
        position += 2
        return true
    }

    private mutating func qualification() -> Qualification {
        guard let mark = next.flatMap(Qualification.init(mark:)) else { return [] }
        position += 1
        return mark
    }

    /// So many digits or `X`.
    private mutating func digits(_ count: Int, of what: String) throws(EDTFError) -> Digits {
        var found: [UInt8?] = []
        while found.count < count {
            guard let byte = next, (48...57).contains(byte) || byte == UInt8(ascii: "X") else {
                throw fault(.expected(what))
            }
            found.append(byte == UInt8(ascii: "X") ? nil : byte - 48)
            position += 1
        }
        return Digits(found)
    }

    /// All digits that come; nil where there are none.
    private mutating func number(atMost limit: Int) throws(EDTFError) -> (value: Int, count: Int)? {
        var value = 0
        var count = 0
        while let byte = next, (48...57).contains(byte) {
            value = value * 10 + Int(byte - 48)
            if value > limit { throw fault(.yearTooLarge) }
            position += 1
            count += 1
        }
        return count == 0 ? nil : (value, count)
    }

    // MARK: Dates

    private mutating func date(allowsTime: Bool) throws(EDTFError) -> EDTFDate {
        let left = qualification()
        if takes("Y") { return try longYear(left) }
        let start = position
        let isNegative = takes("-")
        let year = try digits(4, of: "a year of four digits")
        if isNegative, year.number == 0 { throw fault(.minusZero, at: start) }
        var date = EDTFDate(year: .digits(year, isNegative: isNegative))
        date.yearQualification = left
        if takes("S") {
            date.significantDigits = try significance(of: 4)
            date.yearQualification.formUnion(qualification())
            return date
        }
        date.yearQualification.formUnion(qualification())
        guard takes("-") else { return date }
        try month(of: &date)
        guard date.month != nil, takes("-") else { return date }
        try day(of: &date)
        if allowsTime, next == UInt8(ascii: "T") {
            guard !date.isUnspecified, !date.isUncertain, !date.isApproximate else { throw fault(.noTime) }
            position += 1
            date.time = try time()
        }
        return date
    }

    /// Behind the `Y`.
    private mutating func longYear(_ left: Qualification) throws(EDTFError) -> EDTFDate {
        let start = position
        let isNegative = takes("-")
        let limit = CalendarDay.years.upperBound
        guard let (value, count) = try number(atMost: limit) else { throw fault(.expected("digits of a year")) }
        let year = isNegative ? -value : value
        var date: EDTFDate
        if takes("E") {
            guard let exponent = try number(atMost: 99)?.value else { throw fault(.expected("an exponent")) }
            var size = value
            for _ in 0..<exponent {
                size *= 10
                if size > limit { throw fault(.yearTooLarge, at: start) }
            }
            date = EDTFDate(year: .exponential(year, exponent: exponent))
        } else {
            guard count > 4 else { throw fault(.shortYear, at: start - 1) }
            date = EDTFDate(year: .long(year))
        }
        if takes("S") {
            date.significantDigits = try significance(of: String(date.year.bounds.lowerBound.magnitude).count)
        }
        date.yearQualification = left.union(qualification())
        return date
    }

    /// Behind the `S`.
    private mutating func significance(of length: Int) throws(EDTFError) -> Int {
        let start = position
        guard let count = try number(atMost: 99)?.value, (1...length).contains(count) else {
            throw fault(.expected("how many digits count, 1 to \(length)"), at: start)
        }
        return count
    }

    private mutating func month(of date: inout EDTFDate) throws(EDTFError) {
        let left = qualification()
        let start = position
        let month = try digits(2, of: "a month of two digits")
        date.monthQualification = left
        if let number = month.number, let part = PartOfYear(number: number) {
            date.part = part
        } else {
            guard (1...12).contains(where: month.matches) else { throw fault(.noMonth, at: start) }
            date.month = month
        }
        let right = qualification()
        date.yearQualification.formUnion(right)
        date.monthQualification.formUnion(right)
    }

    private mutating func day(of date: inout EDTFDate) throws(EDTFError) {
        let left = qualification()
        let start = position
        date.day = try digits(2, of: "a day of two digits")
        guard date.isPossible else { throw fault(.noDay, at: start) }
        let right = qualification()
        date.dayQualification = left.union(right)
        date.yearQualification.formUnion(right)
        date.monthQualification.formUnion(right)
    }

    // MARK: Times

    /// Behind the `T`.
    private mutating func time() throws(EDTFError) -> TimeOfDay {
        let hour = try two(upTo: 23)
        guard takes(":") else { throw fault(.expected(":")) }
        let minute = try two(upTo: 59)
        guard takes(":") else { throw fault(.expected(":")) }
        let second = try two(upTo: 59)
        var zone: TimeOfDay.Zone?
        if takes("Z") {
            zone = .utc
        } else if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
            let isBehind = takes("-")
            if !isBehind { position += 1 }
            let hours = try two(upTo: 14)
            let hasMinutes = takes(":")
            let minutes = hours * 60 + (hasMinutes ? try two(upTo: hours == 14 ? 0 : 59) : 0)
            zone = .offset(minutes: isBehind ? -minutes : minutes, hasMinutes: hasMinutes)
        }
        return TimeOfDay(hour: hour, minute: minute, second: second, zone: zone)
    }

    private mutating func two(upTo limit: Int) throws(EDTFError) -> Int {
        let start = position
        guard let number = try digits(2, of: "two digits").number, number <= limit else {
            throw fault(.noTime, at: start)
        }
        return number
    }

    // MARK: Intervals and sets

    private mutating func interval() throws(EDTFError) -> EDTFInterval {
        let start = try end(of: "/")
        guard takes("/") else { throw fault(.expected("/")) }
        let place = position
        let end = try end(of: nil)
        if start == .unknown, end == .unknown { throw fault(.expected("a date"), at: 0) }
        if let first = start.date?.bounds.lowerBound, let date = end.date {
            // A digit that is not known may be any; a month that holds the first day does not end after it begins.
            let last = date.isUnspecified ? date.bounds.upperBound : date.bounds.lowerBound
            guard first <= last else { throw fault(.endsBeforeItBegins, at: place) }
        }
        return EDTFInterval(start: start, end: end)
    }

    /// - Parameter mark: what stands behind it; nil: nothing.
    private mutating func end(of mark: Character?) throws(EDTFError) -> EDTFInterval.End {
        if next == mark?.asciiValue { return .unknown }
        if takesDots() { return .open }
        let place = position
        let date = try date(allowsTime: false)
        if case .digits = date.year { return .date(date) }
        throw fault(.notInInterval, at: place)
    }

    private mutating func set() throws(EDTFError) -> EDTFSet {
        let isChoice = next == UInt8(ascii: "[")
        position += 1
        let close: Character = isChoice ? "]" : "}"
        var members = [try member()]
        while takes(",") { members.append(try member()) }
        guard takes(close) else { throw fault(.expected("\(close)")) }
        return EDTFSet(isChoice: isChoice, members: members)
    }

    private mutating func member() throws(EDTFError) -> EDTFSet.Member {
        if takesDots() { return .before(try date(allowsTime: false)) }
        let first = try date(allowsTime: false)
        guard takesDots() else { return .date(first) }
        if next == UInt8(ascii: ",") || next == UInt8(ascii: "]") || next == UInt8(ascii: "}") { return .after(first) }
        let place = position
        let last = try date(allowsTime: false)
        guard first.bounds.lowerBound <= last.bounds.upperBound else { throw fault(.endsBeforeItBegins, at: place) }
        return .range(first, last)
    }
}
