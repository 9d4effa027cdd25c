/// `robots.txt`, as RFC 9309 has it.
package enum Robots {
    package static let type = "text/plain; charset=utf-8"

    /// - Parameters:
    ///   - sitemap: its absolute address; left out of a site that is hidden.
    ///   - disallowed: path prefixes that are not to be visited.
    ///   - isHidden: the site asks to stay out of search engines altogether.
    package static func text(sitemap: String?, disallowed: [String] = ["/admin/"], isHidden: Bool = false) -> [UInt8] {
        var lines = ["User-agent: *"]
        lines += (isHidden ? ["/"] : disallowed).map { "Disallow: \($0)" }
        if !isHidden, disallowed.isEmpty { lines.append("Disallow:") }
        if !isHidden, let sitemap { lines += ["", "Sitemap: \(sitemap)"] }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
