/// An address that may stand in a link: a path, a query or a fragment of this site, or an absolute one of a scheme
/// that runs nothing.
package struct SafeURL: Hashable, Sendable {
    package let text: String

    /// nil for any scheme but `http`, `https` and `mailto`, and for text with spaces or control characters.
    package init?(_ text: String) {
        guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }) else {
            return nil
        }
        if let first = text.utf8.first, [UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?")].contains(first) {
            guard !text.hasPrefix("//"), !text.hasPrefix("/\\") else { return nil }
        } else {
            guard let colon = text.firstIndex(of: ":"),
                ["http", "https", "mailto"].contains(text[..<colon].lowercased())
            else { return nil }
        }
        self.text = text
    }

    /// A path of this site, percent-encoded already; a missing first slash is added, doubled ones are not kept.
    package init(path: String) {
        let bytes = path.utf8
        let rest = bytes.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        let isClean =
            bytes.count == rest.count + 1 && bytes.first == UInt8(ascii: "/") && rest.allSatisfy(Self.mayStand)
        text = isClean ? path : "/" + String(decoding: rest.filter(Self.mayStand), as: UTF8.self)
    }

    private static func mayStand(_ byte: UInt8) -> Bool { byte > 0x20 && byte != 0x7F }

    /// A place on the same page.
    package init(fragment: String) {
        text = "#" + fragment
    }
}
