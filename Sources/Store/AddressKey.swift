internal import Foundation

/// The form in which addresses are looked up, so that spellings of one address meet: percent-decoded, NFC, lower
/// case, single slashes, one at each end.
package struct AddressKey: Hashable, Sendable {
    package let text: String

    /// - Parameter text: a part of a key's own text, with a slash at each end.
    package init(normalized text: String) { self.text = text }

    /// The key of a path as it stands in a request or a link, without query; nil where an escape is not two hex
    /// digits, or where the bytes are not UTF-8 or hold a NUL.
    package init?(_ path: some StringProtocol) {
        var bytes: [UInt8] = [UInt8(ascii: "/")]
        bytes.reserveCapacity(path.utf8.count + 2)
        var isPlain = true
        var rest = path.utf8.makeIterator()
        while var byte = rest.next() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.next()?.hexDigit, let low = rest.next()?.hexDigit else { return nil }
                byte = high << 4 | low
            }
            if byte == 0 { return nil }
            if byte >= 0x80 { isPlain = false }
            if byte == UInt8(ascii: "/"), bytes.last == byte { continue }
            bytes.append(isPlain && (0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        if bytes.last != UInt8(ascii: "/") { bytes.append(UInt8(ascii: "/")) }
        guard let decoded = String(validating: bytes, as: UTF8.self) else { return nil }
        text = isPlain ? decoded : decoded.lowercased().precomposedStringWithCanonicalMapping
    }
}

extension UInt8 {
    fileprivate var hexDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
