/// How a site writes a day.
package enum DateFormat: String, Hashable, Sendable, CaseIterable {
    /// In words, as its language does: “February 25, 2012”.
    case language
    /// `2012-02-25`
    case iso
    /// `25.02.2012`
    case dotted
    /// `25/02/2012`
    case dayFirst = "day-first"
    /// `02/25/2012`
    case monthFirst = "month-first"

    /// In digits; nil for words.
    package func digits(_ date: LocalDateTime) -> String? {
        let parts = date.dateText.split(separator: "-").map(String.init)
        guard parts.count == 3 else { return nil }
        return switch self {
        case .language: nil
        case .iso: date.dateText
        case .dotted: "\(parts[2]).\(parts[1]).\(parts[0])"
        case .dayFirst: "\(parts[2])/\(parts[1])/\(parts[0])"
        case .monthFirst: "\(parts[1])/\(parts[2])/\(parts[0])"
        }
    }
}
