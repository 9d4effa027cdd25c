import Markup

/// Addresses of picture services, which make sizes on demand.
enum SourceAddress {
    private static let sizes: Set<String> = ["w", "h", "resize", "fit", "crop", "quality", "strip", "ssl", "zoom"]

    /// Where the file itself is: without a query that only asks for a size (`…/a.jpg?w=300`), and without WordPress.com's
    /// picture service before it (`https://i0.wp.com/days.example/a.jpg`).
    static func origin(of url: String) -> String {
        let bare = withoutSize(String(url.prefix { $0 != "#" }))
        guard let address = WebAddress(bare), address.host.hasSuffix(".wp.com"), address.host.hasPrefix("i"),
            WebAddress("https:/" + address.path) != nil
        else { return bare }
        // The service says so where the file is behind https; from elsewhere http leads on to it.
        let scheme = WebAddress(url)?.query("ssl") == "1" ? "https" : "http"
        return "\(scheme):/\(address.path)\(address.query)"
    }

    private static func withoutSize(_ url: String) -> String {
        guard let mark = url.firstIndex(of: "?") else { return url }
        let names = url[url.index(after: mark)...].split(separator: "&")
            .map { String($0.prefix { $0 != "=" }) }
        return names.allSatisfy { sizes.contains($0) } ? String(url[..<mark]) : url
    }
}
