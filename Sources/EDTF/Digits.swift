/// Digits of a part of a date, some of which may not be known: `156X`, `1X`.
public struct Digits: Hashable, Sendable {
    /// Each 0 to 9, or nil for an `X`.
    public let digits: [UInt8?]

    init(_ digits: [UInt8?]) { self.digits = digits }

    init(_ number: Int, width: Int) {
        let text = String(number)
        digits = ([UInt8](repeating: 48, count: Swift.max(0, width - text.utf8.count)) + text.utf8).map { $0 - 48 }
    }

    public var isKnown: Bool { digits.allSatisfy { $0 != nil } }

    /// The number; nil where a digit is not known.
    public var number: Int? { isKnown ? least : nil }

    /// With 0 for each that is not known.
    var least: Int { digits.reduce(0) { $0 * 10 + Int($1 ?? 0) } }

    /// With 9 for each that is not known.
    var most: Int { digits.reduce(0) { $0 * 10 + Int($1 ?? 9) } }

    /// Whether a number could be meant.
    func matches(_ number: Int) -> Bool {
        var rest = number
        for digit in digits.reversed() {
            if let digit, Int(digit) != rest % 10 { return false }
            rest /= 10
        }
        return rest == 0
    }

    var text: String { digits.map { $0.map { String($0) } ?? "X" }.joined() }
}
