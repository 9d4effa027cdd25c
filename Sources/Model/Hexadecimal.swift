extension Sequence<UInt8> {
    /// Two small hexadecimal digits for each byte.
    package var hexadecimal: String {
        var text: [UInt8] = []
        text.reserveCapacity(underestimatedCount * 2)
        // "W" and ten is "a".
        func add(_ digit: UInt8) { text.append(digit + UInt8(ascii: digit < 10 ? "0" : "W")) }
        for byte in self {
            add(byte >> 4)
            add(byte & 15)
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension UInt64 {
    /// Sixteen small hexadecimal digits.
    package var hexadecimal: String {
        (0..<8).reversed().map { UInt8(truncatingIfNeeded: self >> (8 * $0)) }.hexadecimal
    }
}
