/// Slugs as WordPress keeps them in an export, percent-encoded where they are not Latin, and as they are kept here.
package enum Slug {
    /// Percent-decoded; what is no valid escape or no UTF-8 stays as it is.
    static func decoded(_ slug: String) -> String {
        guard slug.utf8.contains(UInt8(ascii: "%")) else { return slug }
        var bytes: [UInt8] = []
        var rest = slug.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let digits = Substring(rest.prefix(2)).hexByte {
                bytes.append(digits)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self) ?? slug
    }

    /// Letters and digits of any script in lower case, with a hyphen between words; empty for a title without any.
    package static func make(from title: String) -> String {
        var slug = ""
        for character in title.lowercased() {
            if character.isLetter || character.isNumber {
                slug.append(character)
            } else if character != "'" && character != "’", !slug.isEmpty, slug.last != "-" {
                slug.append("-")
            }
            if slug.utf8.count >= 200 { break }
        }
        while slug.last == "-" { slug.removeLast() }
        return slug
    }
}

extension Substring {
    fileprivate var hexByte: UInt8? {
        utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) || (0x61...0x66).contains($0) }
            ? UInt8(self, radix: 16) : nil
    }
}
