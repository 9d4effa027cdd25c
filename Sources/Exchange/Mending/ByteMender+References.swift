/// `&` outside of CDATA.
extension ByteMender {
    /// No name or number that stands for a character is longer.
    private static let longestReference = 32

    mutating func mendReference(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ isLast: Bool) -> Bool {
        var end = index + 1
        while end < bytes.count, end - index <= Self.longestReference, Self.isPart(bytes[end], first: end == index + 1)
        {
            end += 1
        }
        if end == bytes.count, !isLast, end - index <= Self.longestReference { return false }
        guard end < bytes.count, bytes[end] == UInt8(ascii: ";") else {
            note(.ampersand, at: index)
            put("&amp;")
            index += 1
            return true
        }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        if name.hasPrefix("#") {
            mendNumber(name.dropFirst(), bytes, index, end)
        } else if ["amp", "lt", "gt", "quot", "apos"].contains(name) {
            output.append(contentsOf: bytes[index...end])
        } else if let character = HTMLEntities.bytes[name] {
            note(.htmlEntity, at: index)
            output.append(contentsOf: character)
        } else {
            note(.ampersand, at: index)
            put("&amp;")
            index += 1
            return true
        }
        index = end + 1
        return true
    }

    private mutating func mendNumber(
        _ digits: Substring, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int
    ) {
        let isHexadecimal = digits.hasPrefix("x")
        let number = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10)
        if let number, Self.isAllowed(number) {
            output.append(contentsOf: bytes[index...end])
        } else if let number, number < 0x20 || number > 0xD7FF {
            note(.controlCharacter, at: index)
        } else {
            note(.ampersand, at: index)
            put("&amp;")
            output.append(contentsOf: bytes[(index + 1)...end])
        }
    }

    /// The characters of XML 1.0, production 2.
    private static func isAllowed(_ number: UInt32) -> Bool {
        switch number {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    private static func isPart(_ byte: UInt8, first: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): !first
        case UInt8(ascii: "#"): first
        default: false
        }
    }
}
