/// A value in PHP's `serialize` format, as WordPress keeps arrays in custom fields. Objects and references are refused.
package enum PHPValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    /// In the file's order; keys are unique as PHP writes them.
    case array([(key: Key, value: PHPValue)])

    package enum Key: Hashable, Sendable {
        case int(Int)
        case string(String)
    }

    package enum Fault: Error, Hashable, Sendable {
        /// At a byte of the text.
        case malformed(at: Int)
        case object(at: Int)
        case reference(at: Int)
        case tooDeep(limit: Int)
        case trailingBytes(at: Int)
    }

    package static let deepest = 32

    /// Reads the whole text as one value.
    package init(serialized text: String) throws(Fault) {
        var reader = PHPReader(bytes: Array(text.utf8))
        self = try reader.value(depth: 0)
        guard reader.position == reader.bytes.count else { throw .trailingBytes(at: reader.position) }
    }

    package static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let one), .bool(let other)): one == other
        case (.int(let one), .int(let other)): one == other
        case (.double(let one), .double(let other)): one == other
        case (.string(let one), .string(let other)): one == other
        case (.array(let one), .array(let other)): one.elementsEqual(other) { $0.key == $1.key && $0.value == $1.value }
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) {
        switch self {
        case .null: break
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .double(let value): hasher.combine(value)
        case .string(let value): hasher.combine(value)
        case .array(let entries):
            for entry in entries {
                hasher.combine(entry.key)
                hasher.combine(entry.value)
            }
        }
    }
}

extension PHPValue {
    package subscript(key: String) -> PHPValue? {
        guard case .array(let entries) = self else { return nil }
        return entries.first { $0.key == .string(key) }?.value
    }

    /// A number, or a string that is one: WordPress is not strict about which it keeps.
    package var asInt: Int? {
        switch self {
        case .int(let value): value
        case .string(let text): Int(text)
        case .bool(let value): value ? 1 : 0
        default: nil
        }
    }

    package var asString: String? {
        switch self {
        case .string(let text): text
        case .int(let value): String(value)
        default: nil
        }
    }

    /// The values of an array, in order.
    package var values: [PHPValue] {
        guard case .array(let entries) = self else { return [] }
        return entries.map(\.value)
    }
}

private struct PHPReader {
    let bytes: [UInt8]
    var position = 0

    mutating func value(depth: Int) throws(PHPValue.Fault) -> PHPValue {
        guard depth <= PHPValue.deepest else { throw .tooDeep(limit: PHPValue.deepest) }
        let start = position
        guard position < bytes.count else { throw .malformed(at: start) }
        let kind = bytes[position]
        position += 1
        switch kind {
        case UInt8(ascii: "N"):
            try expect(";")
            return .null
        case UInt8(ascii: "b"):
            let number = try integer()
            guard number == 0 || number == 1 else { throw .malformed(at: start) }
            return .bool(number == 1)
        case UInt8(ascii: "i"): return .int(try integer())
        case UInt8(ascii: "d"):
            try expect(":")
            let text = try field(until: ";")
            switch text {
            case "INF": return .double(.infinity)
            case "-INF": return .double(-.infinity)
            case "NAN": return .double(.nan)
            default:
                guard let number = Double(text), text.utf8.allSatisfy({ Self.isNumeric($0) }) else {
                    throw .malformed(at: start)
                }
                return .double(number)
            }
        case UInt8(ascii: "s"): return .string(try string())
        case UInt8(ascii: "a"): return try array(depth: depth)
        case UInt8(ascii: "O"), UInt8(ascii: "C"), UInt8(ascii: "E"): throw .object(at: start)
        case UInt8(ascii: "R"), UInt8(ascii: "r"): throw .reference(at: start)
        default: throw .malformed(at: start)
        }
    }

    private mutating func array(depth: Int) throws(PHPValue.Fault) -> PHPValue {
        try expect(":")
        let start = position
        guard let count = Int(try field(until: ":")), count >= 0 else { throw .malformed(at: start) }
        try expect("{")
        var entries: [(key: PHPValue.Key, value: PHPValue)] = []
        for _ in 0..<count {
            let place = position
            let key: PHPValue.Key
            switch try value(depth: depth + 1) {
            case .int(let number): key = .int(number)
            case .string(let text): key = .string(text)
            default: throw .malformed(at: place)
            }
            entries.append((key, try value(depth: depth + 1)))
        }
        try expect("}")
        return .array(entries)
    }

    /// `:5:"words";`, the length in bytes.
    private mutating func string() throws(PHPValue.Fault) -> String {
        try expect(":")
        let start = position
        guard let length = Int(try field(until: ":")), length >= 0 else { throw .malformed(at: start) }
        try expect("\"")
        guard length <= bytes.count - position else { throw .malformed(at: start) }
        let text = String(decoding: bytes[position..<(position + length)], as: UTF8.self)
        position += length
        try expect("\";")
        return text
    }

    private mutating func integer() throws(PHPValue.Fault) -> Int {
        try expect(":")
        let start = position
        guard let number = Int(try field(until: ";")) else { throw .malformed(at: start) }
        return number
    }

    /// The text up to the mark, which is passed. No number is longer than 64 bytes.
    private mutating func field(until mark: Unicode.Scalar) throws(PHPValue.Fault) -> String {
        let window = bytes[position...].prefix(64)
        guard let end = window.firstIndex(of: UInt8(ascii: mark)) else { throw .malformed(at: position) }
        defer { position = end + 1 }
        return String(decoding: bytes[position..<end], as: UTF8.self)
    }

    private mutating func expect(_ text: StaticString) throws(PHPValue.Fault) {
        let length = text.utf8CodeUnitCount
        let matches = text.withUTF8Buffer { bytes[position...].starts(with: $0) }
        guard matches else { throw .malformed(at: position) }
        position += length
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
}
