/// `robots.txt`, as RFC 9309 has it.
package enum Robots {
    package static let type = "text/plain; charset=utf-8"

    /// - Parameters:
    ///   - sitemap: its absolute address; nil for a site that is hidden. Its pages say so themselves: where a search
    ///     engine may not look it cannot read that it is to leave them out.
    ///   - disallowed: path prefixes that are not to be visited.
    package static func text(sitemap: String?, disallowed: [String] = ["/admin/"]) -> [UInt8] {
        var lines = ["User-agent: *"]
        lines += disallowed.map { "Disallow: \($0)" }
        if disallowed.isEmpty { lines.append("Disallow:") }
        if let sitemap { lines += ["", "Sitemap: \(sitemap)"] }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
