import Foundation

/// The address of the blog that moves in, and what its links say about it.
package struct OldAddress: Hashable, Sendable {
    /// Hosts under which the blog was reached, without `www.`, in lower case.
    private let hosts: Set<String>
    /// `/blog` for one that lived in a folder; empty for one at its root.
    let basePath: String

    /// - Parameter urls: of the blog, the most trusted first; its path is the base path.
    package init(urls: [String]) {
        let parsed = urls.compactMap { Self.split($0) }
        hosts = Set(parsed.map(\.host))
        var path = parsed.first?.path[...] ?? ""
        while path.hasSuffix("/") { path.removeLast() }
        basePath = String(path)
    }

    /// The path of one of the blog's own links below the base path, as it is spelled, a slash at its head; nil for
    /// links elsewhere and for those that say everything in their query.
    package func path(of link: String) -> String? {
        guard let (host, path, hasQuery) = Self.split(link), hosts.contains(host), !hasQuery else { return nil }
        guard path.hasPrefix(basePath) else { return nil }
        let rest = Self.singleSlashes(path.dropFirst(basePath.count))
        return rest.hasPrefix("/") ? rest : rest.isEmpty ? "/" : nil
    }

    /// Doubled slashes are slips of whoever joined the parts; kept, `//a/` would be a link to a host named `a`.
    private static func singleSlashes(_ path: Substring) -> String {
        guard path.contains("//") else { return String(path) }
        return path.reduce(into: "") { if $1 != "/" || $0.last != "/" { $0.append($1) } }
    }

    /// The number that one of the blog's own links gives in its query, as `/?p=7` does.
    func number(of link: String) -> Int64? {
        guard let (host, _, hasQuery) = Self.split(link), hasQuery, hosts.contains(host) else { return nil }
        return link.firstMatch(of: /[?&](?:p|page_id|attachment_id)=([0-9]{1,18})(?:&|$)/).flatMap { Int64($0.1) }
    }

    /// Host without `www.` and port, path, and whether a query follows.
    private static func split(_ url: String) -> (host: String, path: String, hasQuery: Bool)? {
        guard let scheme = url.range(of: "://") else { return nil }
        let rest = url[scheme.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        var host = rest[..<end].lowercased()
        if let port = host.lastIndex(of: ":") { host = String(host[..<port]) }
        if host.hasPrefix("www.") { host = String(host.dropFirst(4)) }
        guard !host.isEmpty else { return nil }
        let tail = rest[end...]
        let path = tail.prefix { $0 != "?" && $0 != "#" }
        return (host, String(path), tail.contains("?"))
    }
}
