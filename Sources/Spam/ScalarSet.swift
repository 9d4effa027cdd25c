/// Some scalars, without regard to case.
struct ScalarSet: Sendable {
    private var ranges: [ClosedRange<UInt32>]
    private var hasWords = false
    var isInverted = false

    init(_ ranges: [ClosedRange<UInt32>]) { self.ranges = ranges }

    init(_ scalar: Unicode.Scalar) { ranges = [Self.folded(scalar)...Self.folded(scalar)] }

    init(from first: Unicode.Scalar, through last: Unicode.Scalar) {
        ranges = [first.value...last.value]
        // Letters of a range count in both cases.
        let folded = (Self.folded(first), Self.folded(last))
        if folded.0 <= folded.1 { ranges.append(folded.0...folded.1) }
    }

    static let digits = ScalarSet([0x30...0x39])
    static let blank = ScalarSet([0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x2000...0x200A, 0x3000...0x3000])
    /// Letters and digits of any script, and the low line.
    static var word: ScalarSet {
        var set = ScalarSet([0x30...0x39, 0x5F...0x5F, 0x61...0x7A])
        set.hasWords = true
        return set
    }

    mutating func formUnion(_ other: ScalarSet) {
        ranges += other.ranges
        hasWords = hasWords || other.hasWords
    }

    /// - Parameter value: folded.
    func contains(_ value: UInt32) -> Bool {
        let isThere =
            ranges.contains { $0.contains(value) }
            || hasWords && value >= 0x80 && Unicode.Scalar(value)?.properties.isAlphabetic == true
        return isThere != isInverted
    }

    /// In lower case, where that is one scalar.
    static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
        if scalar.value < 0x80 { return (0x41...0x5A).contains(scalar.value) ? scalar.value + 32 : scalar.value }
        let lower = scalar.properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value
    }
}
