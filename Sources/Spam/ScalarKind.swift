/// What a scalar is to a filter, with disguises taken off.
enum ScalarKind: Sendable {
    case letter(UInt32, Script, isCapital: Bool, isDisguised: Bool)
    case digit(UInt32, isDisguised: Bool)
    case blank(isLine: Bool)
    case symbol(UInt32)
    /// A mark on the letter before it.
    case combining
    /// Takes no room.
    case hidden

    @inline(__always)
    init(_ scalar: Unicode.Scalar) { self = scalar.value < 0x80 ? Self.ascii(scalar.value) : Self.beyondASCII(scalar) }

    private static func beyondASCII(_ scalar: Unicode.Scalar) -> ScalarKind {
        let value = scalar.value
        if let plain = Disguises.plain(value) {
            return plain < 0x3A
                ? .digit(plain, isDisguised: true)
                : .letter(plain, .latin, isCapital: false, isDisguised: true)
        }
        return switch value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xFE00...0xFE0F, 0xE0000...0xE01EF:
            .hidden
        case 0x300...0x36F, 0x483...0x489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F:
            .combining
        case 0x85, 0x2028, 0x2029: .blank(isLine: true)
        case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .blank(isLine: false)
        case 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF5E: .symbol(value - 0xFEE0)
        default: other(scalar)
        }
    }

    @inline(__always)
    private static func ascii(_ value: UInt32) -> ScalarKind {
        switch value {
        case 0x61...0x7A: .letter(value, .latin, isCapital: false, isDisguised: false)
        case 0x41...0x5A: .letter(value + 32, .latin, isCapital: true, isDisguised: false)
        case 0x30...0x39: .digit(value, isDisguised: false)
        case 0x0A, 0x0D: .blank(isLine: value == 0x0A)
        case 0...0x20, 0x7F: .blank(isLine: false)
        default: .symbol(value)
        }
    }

    private static func other(_ scalar: Unicode.Scalar) -> ScalarKind {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter:
            let lower = properties.lowercaseMapping.unicodeScalars.first ?? scalar
            return .letter(lower.value, Script(scalar.value), isCapital: true, isDisguised: false)
        case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .enclosingMark:
            return .letter(scalar.value, Script(scalar.value), isCapital: false, isDisguised: false)
        case .decimalNumber:
            return .digit(properties.numericValue.map { 0x30 + UInt32($0) } ?? scalar.value, isDisguised: false)
        case .control, .format, .surrogate, .privateUse, .unassigned: return .hidden
        case .spaceSeparator: return .blank(isLine: false)
        case .lineSeparator, .paragraphSeparator: return .blank(isLine: true)
        default: return .symbol(scalar.value)
        }
    }
}
