/// What a byte asks of the mender, by the state that it is in.
enum ByteClass {
    static let plain: UInt8 = 0
    static let newline: UInt8 = 1
    static let control: UInt8 = 2
    /// Part of a character of several bytes.
    static let high: UInt8 = 3
    static let stop: UInt8 = 4

    static let content = table(stops: "<&]")
    static let tag = table(stops: "\"'>&")
    static let doubleQuoted = table(stops: "\"&")
    static let singleQuoted = table(stops: "'&")
    static let section = table(stops: "]")
    static let comment = table(stops: "-")
    static let instruction = table(stops: "?")
    static let documentType = table(stops: "[]>\"'")

    private static func table(stops: String) -> [UInt8] {
        var table = [UInt8](repeating: plain, count: 256)
        for byte in 0..<0x20 { table[byte] = control }
        table[0x09] = plain
        table[0x0D] = plain
        table[0x0A] = newline
        for byte in 0x80...0xFF { table[byte] = high }
        for byte in stops.utf8 { table[Int(byte)] = stop }
        return table
    }
}

/// The length of the character of several bytes at `index`.
enum CharacterLength: Equatable {
    case valid(Int)
    /// So many bytes belong together, but make no character that XML allows.
    case invalid(Int)
    case incomplete

    /// After table 3-7 of the Unicode standard, without U+FFFE and U+FFFF, which XML excludes.
    @inline(__always)
    init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) {
        let first = bytes[index]
        let length: Int
        var lowest: UInt8 = 0x80
        var highest: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, lowest) = (3, 0xA0)
        case 0xED: (length, highest) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, lowest) = (4, 0x90)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, highest) = (4, 0x8F)
        default:
            self = .invalid(1)
            return
        }
        for offset in 1..<length {
            guard index + offset < bytes.count else {
                self = .incomplete
                return
            }
            let byte = bytes[index + offset]
            guard byte >= lowest, byte <= highest else {
                self = .invalid(offset)
                return
            }
            (lowest, highest) = (0x80, 0xBF)
        }
        let isNoncharacter =
            first == 0xEF && bytes[index + 1] == 0xBF && (bytes[index + 2] == 0xBE || bytes[index + 2] == 0xBF)
        self = isNoncharacter ? .invalid(3) : .valid(length)
    }
}
