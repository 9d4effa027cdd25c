import Foundation
import Model

/// Makes addresses whole that are relative to a page, for readers who see its content elsewhere.
struct AbsoluteAddresses {
    /// Scheme and host, without a final slash (`https://example.org`).
    let site: String
    /// The page, without a fragment.
    private let page: Substring

    /// - Parameter page: absolute.
    init(site: String, page: String) {
        self.site = site
        self.page = page.prefix { $0 != "#" }
    }

    /// - Parameter address: as it stands in an attribute, escaped.
    func resolve(_ address: String) -> String {
        if address.hasPrefix("//") { return String(site.prefix { $0 != "/" }) + address }
        if address.hasPrefix("/") { return site + address }
        if address.isEmpty || address.hasPrefix("#") { return String(page) + address }
        if address.hasPrefix("?") { return String(page.prefix { $0 != "?" }) + address }
        if hasScheme(address) { return address }
        // `name/`, `../name/`: rare, so that the library's way through the dots may cost what it does.
        return URL(string: address, relativeTo: URL(string: String(page)))?.absoluteString ?? address
    }

    private func hasScheme(_ address: String) -> Bool {
        guard let first = address.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first | 0x20 else {
            return false
        }
        let rest = address.utf8.drop { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        }
        return rest.first == UInt8(ascii: ":")
    }

    /// `/a.webp 300w, /b.webp 600w`; an address in it has no blank, and no comma at its end.
    private func resolve(candidates: String) -> String {
        candidates.split(separator: ",").map { candidate in
            var words = candidate.split(whereSeparator: \.isWhitespace).map(String.init)
            if let address = words.first { words[0] = resolve(address) }
            return words.joined(separator: " ")
        }.joined(separator: ", ")
    }

    /// Markup with all its addresses whole. Read without a parser: the sanitizer writes every value between `"` and
    /// escapes that sign inside values, and `<` everywhere but at a tag's beginning.
    func resolve(in html: SafeHTML) -> String {
        var result = ""
        var rest = html.markup[...]
        while let tag = rest.firstIndex(of: "<") {
            result += rest[..<tag]
            rest = rest[tag...]
            let end = rest.firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
            result += resolve(inTag: rest[..<end])
            rest = rest[end...]
        }
        return result + rest
    }

    private func resolve(inTag tag: Substring) -> String {
        guard tag.utf8.contains(UInt8(ascii: "\"")) else { return String(tag) }
        // Every second part is a value.
        var parts = tag.split(separator: "\"", omittingEmptySubsequences: false).map(String.init)
        for index in stride(from: 1, to: parts.count, by: 2) {
            let before = parts[index - 1]
            if Self.addresses.contains(where: before.hasSuffix) {
                parts[index] = resolve(parts[index])
            } else if before.hasSuffix(" srcset=") {
                parts[index] = resolve(candidates: parts[index])
            }
        }
        return parts.joined(separator: "\"")
    }

    private static let addresses = [" href=", " src=", " cite=", " poster="]
}
