/// Where readers reach the site: `https://example.org`, without a slash at its end.
package struct SiteLocation: Hashable, Sendable {
    package let url: String

    package init(url: String) { self.url = url.hasSuffix("/") ? String(url.dropLast()) : url }

    package var isSecure: Bool { url.hasPrefix("https://") }

    /// The name without scheme, port and path, in lower case.
    package var host: String {
        let rest = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        // An IPv6 address keeps its brackets.
        let end =
            rest.hasPrefix("[") ? rest.firstIndex(of: "]").map { rest.index(after: $0) } : rest.firstIndex(of: ":")
        return rest[..<(end ?? rest.endIndex)].lowercased()
    }

    /// - Parameter path: with a slash at its head.
    package func absolute(_ path: String) -> String { url + path }
}
