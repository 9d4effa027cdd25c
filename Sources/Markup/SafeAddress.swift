/// Addresses that a page may carry.
enum SafeAddress {
    private static let schemes: Set<String> = ["http", "https", "mailto", "tel"]

    /// The address as a browser would read it, or nil when it leads to anything but the web, mail or a telephone.
    static func link(_ value: String) -> String? {
        let address = asBrowsersRead(value)
        guard let scheme = scheme(of: address) else { return encoded(address) }
        return schemes.contains(scheme) ? encoded(address) : nil
    }

    /// An address of the web, or one on this server.
    static func page(_ value: String) -> String? {
        let address = asBrowsersRead(value)
        return ["http", "https", nil].contains(scheme(of: address)) ? encoded(address) : nil
    }

    /// An address on this server alone: a path from the root.
    static func local(_ value: String) -> String? {
        let address = asBrowsersRead(value)
        let bytes = Bytes(address.utf8.prefix(2))
        guard bytes.first == UInt8(ascii: "/"), bytes.count == 1 || bytes[1] != UInt8(ascii: "/"),
            bytes.count == 1 || bytes[1] != UInt8(ascii: "\\")
        else { return nil }
        return encoded(address)
    }

    /// With percent signs for what no address may have, as browsers would send it.
    private static func encoded(_ address: String) -> String {
        guard address.utf8.contains(where: { unfit[$0] != nil }) else { return address }
        var bytes = Bytes()
        for byte in address.utf8 {
            if let escape = unfit[byte] { bytes += escape.utf8 } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let unfit: [UInt8: String] = [
        0x20: "%20", 0x22: "%22", 0x3C: "%3C", 0x3E: "%3E", 0x5E: "%5E", 0x60: "%60", 0x7B: "%7B", 0x7C: "%7C",
        0x7D: "%7D",
    ]

    /// Browsers strip blanks and controls at both ends and ignore tabs and line ends inside; other controls have no
    /// business in an address at all.
    static func asBrowsersRead(_ value: String) -> String {
        var scalars = value.unicodeScalars
        while let first = scalars.first, first.value <= 0x20 { scalars.removeFirst() }
        while let last = scalars.last, last.value <= 0x20 { scalars.removeLast() }
        guard scalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) else {
            return String(scalars)
        }
        // One pass may bare another blank at an end.
        return asBrowsersRead(
            String(String.UnicodeScalarView(scalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })))
    }

    /// What stands before the first colon, in small letters, unless a path, query or fragment begins before it.
    static func scheme(of address: String) -> String? {
        var name = Bytes()
        for byte in address.utf8 {
            switch byte {
            case UInt8(ascii: ":"): return String(decoding: name, as: UTF8.self)
            case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return nil
            default: name.append(byte.asciiLowercased)
            }
        }
        return nil
    }
}
