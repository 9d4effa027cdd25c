/// The year of a date.
public enum EDTFYear: Hashable, Sendable {
    /// Four digits: `1956`, `-0099`, `19XX`.
    case digits(Digits, isNegative: Bool)
    /// More than four: `Y170000002`.
    case long(Int)
    /// `Y-17E7`: a number and how many noughts follow.
    case exponential(Int, exponent: Int)

    /// Nil where a digit is not known.
    public var number: Int? {
        switch self {
        case .digits(let digits, let isNegative): digits.number.map { isNegative ? -$0 : $0 }
        case .long, .exponential: bounds.lowerBound
        }
    }

    /// All years that may be meant lie between these.
    public var bounds: ClosedRange<Int> {
        switch self {
        case .digits(let digits, isNegative: false): return digits.least...digits.most
        case .digits(let digits, isNegative: true): return -digits.most...(-digits.least)
        case .long(let year): return year...year
        case .exponential(let number, let exponent):
            // It was held to `CalendarDay.years` when it was read.
            let year = (0..<exponent).reduce(number) { year, _ in year * 10 }
            return year...year
        }
    }

    /// The same as far as so many digits go: `1950S2` is the 1900s.
    func bounds(significant digits: Int) -> ClosedRange<Int> {
        let year = bounds.lowerBound
        let length =
            switch self {
            case .digits: 4
            case .long, .exponential: String(year.magnitude).count
            }
        let step = (0..<max(0, length - digits)).reduce(1) { step, _ in step * 10 }
        let low = Int(year.magnitude) / step * step
        return year < 0 ? -(low + step - 1)...(-low) : low...(low + step - 1)
    }

    var text: String {
        switch self {
        case .digits(let digits, let isNegative): (isNegative ? "-" : "") + digits.text
        case .long(let year): "Y\(year)"
        case .exponential(let number, let exponent): "Y\(number)E\(exponent)"
        }
    }
}
