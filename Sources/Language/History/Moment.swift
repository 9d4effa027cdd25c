import EDTF

/// A date as a text has it, or what is said of one beside another: the 6 of “6–9 August 1945”.
struct Moment {
    enum Unit { case year, decade, century }

    /// Of the year, or of the century, or the first of a decade, without its era; nil where another names it.
    var number: Int?
    var unit = Unit.year
    var era: Era?
    /// A month, or a part of a year by EDTF's number.
    var month: Int?
    var day: Int?
    /// How sure it is that this is meant, where nothing else stands beside it.
    var confidence: Double

    var isComplete: Bool { number != nil && day != nil }
    /// A number that nothing but its size makes a year.
    var isBare = false

    /// What EDTF calls it; nil while its year is not known.
    var text: String? {
        guard let number else { return nil }
        switch unit {
        case .century:
            guard (1...99).contains(number) else { return nil }
            return (era == .before ? "-" : "") + YearText.two(number - 1) + "XX"
        case .decade: return era == .before ? nil : String(YearText.text(number).dropLast()) + "X"
        case .year:
            let year = YearText.text(era == .before ? 1 - number : number)
            return ([year] + [month, day].compactMap { $0.map(YearText.two) }).joined(separator: "-")
        }
    }

    /// From one to another, each with what only the other says; nil where they do not go together.
    static func interval(_ first: Moment, _ second: Moment) -> EDTF? {
        let haveYears = first.number != nil && second.number != nil
        guard let (first, second) = completed(first, second), let start = first.text, let end = second.text,
            first.precision == second.precision || haveYears
        else { return nil }
        // Centuries before our era are named in either order.
        let isTurned = first.era == .before && second.era == .before && first.unit == .century && start < end
        guard let interval = try? EDTF(isTurned ? "\(end)/\(start)" : "\(start)/\(end)"),
            case .interval(let ends) = interval, let from = ends.start.date, let to = ends.end.date,
            from.bounds.lowerBound < to.bounds.lowerBound
        else { return nil }
        return interval
    }

    /// How much is said beside the year.
    var precision: Int { [month, day].compactMap(\.self).count }
    private var isRound: Bool { isBare && number.map { $0 % 10 == 0 } == true }

    private static func completed(_ first: Moment, _ second: Moment) -> (Moment, Moment)? {
        var (first, second) = (first, second)
        if first.number == nil {
            if second.unit == .century || second.month == nil && second.era != nil {
                guard first.month == nil else { return nil }
                (first.number, first.day, first.unit) = (first.day, nil, second.unit)
            } else {
                first.number = second.number
                first.month = first.month ?? second.month
                second.month = second.month ?? first.month
            }
        } else if second.number == nil {
            guard first.month != nil, second.day != nil || second.month != nil else { return nil }
            (second.number, second.era) = (first.number, first.era)
            second.month = second.month ?? first.month
        }
        if first.era == nil, second.era == .before { first.era = .before }
        if second.unit == .decade, first.isRound { first.unit = .decade }
        if first.unit == .decade, second.isRound { second.unit = .decade }
        return (first, second)
    }
}
