package import EDTF
package import Model

extension Language {
    /// When something happened: under an old calendar, in both.
    package func words(_ event: PostEvent) -> String { event.oldStyle.map { words($0) } ?? words(event.whole) }

    /// “1956”, “44 BC”
    package func words(ofYear year: Int) -> String { words(year: year) }

    /// “the 1950s”, by its first year.
    package func words(ofDecade year: Int) -> String { history.decade(year) }

    /// “the 20th century”, “the 1st century BC”: by its number, below 0 before our era.
    package func words(ofCentury number: Int) -> String {
        number > 0 ? history.century(number) : history.beforeOurEra(history.century(-number))
    }

    /// A date of which not everything may be known, in words: “about 1450”, “between 1914 and 1918”, “44 BC”.
    package func words(_ date: EDTF) -> String {
        switch date {
        case .date(let date): return words(date)
        case .interval(let interval): return words(interval)
        case .set(let set):
            let members = set.members.map { words($0) }
            guard let last = members.last, members.count > 1 else { return members.first ?? "" }
            return members.dropLast().joined(separator: history.comma) + (set.isChoice ? history.or : history.and)
                + last
        }
    }

    /// In both calendars: “February 11, 1731/32 (O.S.) / February 22, 1732 (N.S.)”.
    package func words(_ date: OldStyleDate) -> String {
        let (old, new) = (date.julian, date.gregorian)
        var written = inEra(old.year) { dates.day($0, old.month, old.day) } ?? ""
        if date.hasOtherYear, date.year > 0 {
            let ending = old.year % 100
            written = written.replacing(
                String(old.year), with: "\(date.year)/\(ending < 10 ? "0" : "")\(ending)")
        }
        let gregorian = inEra(new.year) { dates.day($0, new.month, new.day) } ?? ""
        return "\(written) (\(history.oldStyle)) / \(gregorian) (\(history.newStyle))"
    }

    private func words(_ interval: EDTFInterval) -> String {
        let start: String? = interval.start.date.map { words($0) }
        let end: String? = interval.end.date.map { words($0) }
        guard let start else { return end.map(history.until) ?? "…" }
        return end.map { history.between(start, $0) } ?? history.since(start)
    }

    private func words(_ member: EDTFSet.Member) -> String {
        switch member {
        case .date(let date): words(date)
        case .range(let first, let last): history.between(words(first), words(last))
        case .before(let date): history.until(words(date))
        case .after(let date): history.since(words(date))
        }
    }

    private func words(_ date: EDTFDate) -> String {
        let plain = plainWords(date)
        let near = date.isApproximate ? history.about(plain) : plain
        return date.isUncertain ? near + "?" : near
    }

    private func plainWords(_ date: EDTFDate) -> String {
        guard let year = date.year.number, date.significantDigits == nil else { return words(ofYears: date) }
        if let part = date.part { return words(part, of: words(year: year)) }
        guard let month = date.month?.number else {
            return date.month == nil
                || date.month?.digits.allSatisfy({ $0 == nil }) == true && date.day?.isKnown != true
                ? words(year: year) : words(betweenEndsOf: date)
        }
        return inEra(year) { year in
            guard let day = date.day?.number else {
                return date.day == nil || date.day?.digits.allSatisfy({ $0 == nil }) == true
                    ? dates.month(year, month) : nil
            }
            return dates.day(year, month, day)
        } ?? words(betweenEndsOf: date)
    }

    /// Where the year is not known whole: a decade, a century, or the days between which it lies.
    private func words(ofYears date: EDTFDate) -> String {
        let (first, last) = (date.bounds.lowerBound.year, date.bounds.upperBound.year)
        guard date.month == nil || date.month?.digits.allSatisfy({ $0 == nil }) == true else {
            return words(betweenEndsOf: date)
        }
        if last - first == 99, first % 100 == 0 { return words(ofCentury: first / 100 + 1) }
        if last - first == 99, last % 100 == 0 { return words(ofCentury: last / 100 - 1) }
        guard first > 0 else { return words(betweenEndsOf: date) }
        if first % 10 == 0, last == first + 9 { return history.decade(first) }
        return history.between(words(year: first), words(year: last))
    }

    private func words(betweenEndsOf date: EDTFDate) -> String {
        let (first, last) = (date.bounds.lowerBound, date.bounds.upperBound)
        func words(_ day: CalendarDay) -> String { inEra(day.year) { dates.day($0, day.month, day.day) } ?? "" }
        return first == last ? words(first) : history.between(words(first), words(last))
    }

    private func words(year: Int) -> String { inEra(year) { history.year($0) } ?? "" }

    private func words(_ part: PartOfYear, of year: String) -> String {
        switch part.number {
        case 21...32: history.season(history.seasons[(part.number - 21) % 4], year)
        default: history.parts.text(part.number, of: year)
        }
    }

    /// The year 0 is 1 BC.
    private func inEra(_ year: Int, _ words: (Int) -> String?) -> String? {
        year > 0 ? words(year) : words(1 - year).map(history.beforeOurEra)
    }
}
