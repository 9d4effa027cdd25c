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
        let rest = path.drop { $0 == "/" || $0 == "\\" }
        text =
            "/" + String(String.UnicodeScalarView(rest.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }))
    }

    /// A place on the same page.
    package init(fragment: String) {
        text = "#" + fragment
    }
}
