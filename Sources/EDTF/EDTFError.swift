/// Why a text is no date.
public struct EDTFError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        case empty
        /// Something else has to stand there.
        case expected(String)
        /// No calendar has such a month.
        case noMonth
        /// The month has no such day.
        case noDay
        case noTime
        /// A year of four digits is written without `Y`.
        case shortYear
        /// There is no year -0000.
        case minusZero
        /// Beyond ``CalendarDay/years``.
        case yearTooLarge
        /// A date with a time, or a year of more than four digits, begins or ends no interval.
        case notInInterval
        case endsBeforeItBegins
    }

    public let kind: Kind
    /// In bytes of UTF-8, from 0.
    public let position: Int

    public init(kind: Kind, position: Int) {
        self.kind = kind
        self.position = position
    }

    public var description: String { "\(sentence) (at \(position))" }

    /// In words, without the place.
    public var sentence: String {
        switch kind {
        case .empty: "there is nothing"
        case .expected(let what): "expected \(what)"
        case .noMonth: "there is no such month or part of a year"
        case .noDay: "the month has no such day"
        case .noTime: "there is no such time"
        case .shortYear: "a year of four digits has no Y"
        case .minusZero: "there is no year -0000"
        case .yearTooLarge: "the year is too large"
        case .notInInterval: "this begins or ends no interval"
        case .endsBeforeItBegins: "it ends before it begins"
        }
    }
}
