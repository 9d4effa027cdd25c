import Foundation

/// The server or site that a stranger names: an address of the web with a public name, and nothing else.
package struct NamedServer: Hashable, Sendable {
    /// In small letters, with a port only where one was given.
    package let host: String
    /// `https://host`
    package let origin: String

    /// - Parameters:
    ///   - text: `mastodon.social`, `@anna@mastodon.social`, `https://mastodon.social/@anna`.
    ///   - allowsPlain: whether http and ports may be named, which is for tests and sites at home.
    package init?(_ text: String, allowsPlain: Bool) {
        var rest = text.trimmingCharacters(in: .whitespaces).lowercased()[...]
        var scheme = "https"
        if rest.hasPrefix("https://") {
            rest = rest.dropFirst(8)
        } else if rest.hasPrefix("http://") {
            guard allowsPlain else { return nil }
            scheme = "http"
            rest = rest.dropFirst(7)
        }
        rest = rest.prefix { !"/?#\\".contains($0) }
        if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
        guard !rest.isEmpty, rest.utf8.count <= 253, rest.utf8.allSatisfy(Self.mayStand) else { return nil }
        let name = rest.prefix { $0 != ":" }
        if !allowsPlain {
            // No port, no bare number, no name of this network.
            guard name.count == rest.count, name.contains("."), !name.hasPrefix("."), !name.hasSuffix("."),
                name.split(separator: ".").last?.contains(where: \.isLetter) == true
            else { return nil }
        }
        host = String(rest)
        origin = "\(scheme)://\(rest)"
    }

    private static func mayStand(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"): true
        // Names in other scripts are typed as they are; libcurl writes them for the wire.
        default: byte >= 0x80
        }
    }
}
