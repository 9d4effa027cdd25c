/// The parts of an absolute http or https address that the passes look at.
package struct WebAddress {
    /// In small letters, without `www.` and user name; with the port when it is given.
    package let host: String
    /// From the first slash; may be empty.
    package let path: String
    /// With its question mark, or empty.
    package let query: String
    /// With its hash sign, or empty.
    package let fragment: String

    package init?(_ text: String) {
        let address = SafeAddress.asBrowsersRead(text)
        guard let scheme = SafeAddress.scheme(of: address), scheme == "http" || scheme == "https" else { return nil }
        var rest = address.dropFirst(scheme.utf8.count + 1)
        guard rest.hasPrefix("//") else { return nil }
        rest = rest.dropFirst(2)
        let hostEnd = rest.firstIndex { "/?#\\".contains($0) } ?? rest.endIndex
        var host = rest[..<hostEnd].lowercased()
        if let at = host.lastIndex(of: "@") { host = String(host[host.index(after: at)...]) }
        if host.hasPrefix("www.") { host.removeFirst(4) }
        guard !host.isEmpty else { return nil }
        self.host = host
        rest = rest[hostEnd...]
        let hash = rest.firstIndex(of: "#") ?? rest.endIndex
        let mark = rest[..<hash].firstIndex(of: "?") ?? hash
        path = String(rest[..<mark])
        query = String(rest[mark..<hash])
        fragment = String(rest[hash...])
    }

    /// One value of the query, still percent-encoded.
    package func query(_ name: String) -> String? {
        for field in query.dropFirst().split(whereSeparator: { $0 == "&" }) {
            let field = field.hasPrefix("amp;") ? field.dropFirst(4) : field
            if field.hasPrefix(name + "=") { return String(field.dropFirst(name.count + 1)) }
        }
        return nil
    }

    /// The last part of the path, decoded: a file's name.
    static func fileName(of address: String) -> String {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        return percentDecoded(String(path.split(separator: "/").last ?? ""))
    }

    /// The absolute addresses that stand in a source, in attributes or in the text.
    package static func all(in source: String) -> [String] {
        var addresses: [String] = []
        let bytes = Bytes(source.utf8)
        var index = 0
        while let mark = bytes.firstIndex(of: "://", from: index) {
            var start = mark
            while start > index, bytes[start - 1].isLetter { start -= 1 }
            index = mark + 3
            while index < bytes.count, !endsAddress(bytes[index]) { index += 1 }
            addresses.append(bytes.text(start..<index))
        }
        return addresses
    }

    /// Addresses of WordPress's uploads that stand in a source without a scheme, from their first slash:
    /// `/wp-content/uploads/a.png`, `//host/wp-content/uploads/a.png`.
    package static func relativeUploads(in source: String) -> [String] {
        var addresses: [String] = []
        let bytes = Bytes(source.utf8)
        var index = 0
        while let mark = bytes.firstIndex(of: "/wp-content/uploads/", from: index) {
            var start = mark
            while start > index, !endsAddress(bytes[start - 1]) { start -= 1 }
            index = mark + 1
            while index < bytes.count, !endsAddress(bytes[index]) { index += 1 }
            if bytes[start] == UInt8(ascii: "/") { addresses.append(bytes.text(start..<index)) }
        }
        return addresses
    }

    private static func endsAddress(_ byte: UInt8) -> Bool {
        byte.isSpace || "\"'<>()[]\\`".utf8.contains(byte)
    }

    package static func percentDecoded(_ text: String) -> String {
        var result = Bytes()
        let bytes = Bytes(text.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, bytes[index + 1] < 0x80,
                bytes[index + 2] < 0x80,
                let byte = UInt8(bytes.text((index + 1)..<(index + 3)), radix: 16)
            {
                result.append(byte)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// An address as people read it: without scheme, `www.` and a final slash, decoded.
    static func readable(_ address: String) -> String {
        guard let parts = WebAddress(address) else { return address }
        var text = parts.host + parts.path + parts.query
        if text.hasSuffix("/") { text.removeLast() }
        return percentDecoded(text)
    }
}
