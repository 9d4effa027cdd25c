/// Knows the addresses of the blog that moved in, and gives the paths they have here.
struct OwnLinks {
    private let origins: [(host: String, base: String)]

    init(origins: [String]) {
        self.origins = origins.compactMap { origin in
            guard let address = WebAddress(origin) else { return nil }
            return (address.host, String(address.path.reversed().drop { $0 == "/" }.reversed()))
        }
    }

    /// The path from the root, with query and fragment; nil for an address elsewhere.
    func path(of url: String) -> String? {
        guard let address = WebAddress(url) else { return nil }
        for (host, base) in origins where host == address.host && address.path.hasPrefix(base) {
            let path = String(address.path.dropFirst(base.count))
            guard path.isEmpty || path.hasPrefix("/") else { continue }
            // A second slash would lead to another host.
            let local = path.drop { $0 == "/" }
            return "/" + local + address.query + address.fragment
        }
        return nil
    }

    /// Whether a path leads to an uploaded file, which answers here only once it has been fetched.
    static func isUpload(_ path: String) -> Bool { path.hasPrefix("/wp-content/uploads/") || path.hasPrefix("/files/") }
}
