extension [UInt8] {
    /// Text for HTML, between tags and inside quoted attribute values alike: `& < > " '` become references.
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                guard let reference = Self.reference(for: bytes[index]) else { continue }
                append(contentsOf: bytes[start..<index])
                reference.withUTF8Buffer { append(contentsOf: $0) }
                start = index + 1
            }
            append(contentsOf: bytes[start...])
        }
    }

    @inline(__always)
    private static func reference(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
