/// How the addresses of posts are formed, in WordPress's notation: `/%year%/%monthnum%/%day%/%postname%/`.
package struct PermalinkStructure: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let dayAndName = PermalinkStructure(rawValue: "/%year%/%monthnum%/%day%/%postname%/")
    package static let monthAndName = PermalinkStructure(rawValue: "/%year%/%monthnum%/%postname%/")
    package static let name = PermalinkStructure(rawValue: "/%postname%/")
    package static let numeric = PermalinkStructure(rawValue: "/archives/%post_id%")

    package static let tags = [
        "%year%", "%monthnum%", "%day%", "%hour%", "%minute%", "%second%", "%post_id%", "%postname%", "%category%",
        "%author%",
    ]

    /// What is wrong with a structure that somebody typed.
    package enum Fault: Hashable, Sendable {
        /// It does not begin with a slash, or holds a character that no path may have.
        case noPath
        case unknownTag(String)
        /// Neither the slug nor the number of a post is in it, so that two posts would have one address.
        case notUnique
        /// It begins with a word under which the site has something else.
        case reserved(String)
    }

    /// First parts of paths that are not posts'.
    private static let reserved: Set<String> = [
        "admin", "api", "author", "category", "comments", "feed", "follow-by-mail", "page", "preview", "search", "tag",
        "theme", "wp-admin", "wp-content", "wp-includes", "wp-json",
    ]

    package var fault: Fault? {
        let bare = rawValue.replacing(/%[a-z_]+%/, with: "")
        guard rawValue.hasPrefix("/"), !rawValue.contains("//"),
            bare.utf8.allSatisfy({ byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F: true
                default: false
                }
            })
        else { return .noPath }
        for tag in rawValue.matches(of: /%[a-z_]+%/) where !Self.tags.contains(String(tag.0)) {
            return .unknownTag(String(tag.0))
        }
        guard rawValue.contains("%postname%") || rawValue.contains("%post_id%") else { return .notUnique }
        let first = rawValue.split(separator: "/").first.map(String.init) ?? ""
        return Self.reserved.contains(first.lowercased()) ? .reserved(first) : nil
    }

    /// What the tags of a structure stand for, for one post.
    package struct Values: Sendable {
        package var date: LocalDateTime
        package var slug: String
        package var number: Int64
        package var categoryPath: String
        package var author: String

        package init(date: LocalDateTime, slug: String, number: Int64, categoryPath: String, author: String) {
            self.date = date
            self.slug = slug
            self.number = number
            self.categoryPath = categoryPath
            self.author = author
        }
    }

    /// The path of one post, with a slash at its head; at its end as the structure has it.
    package func path(for values: Values) -> String {
        let date = values.date
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let parts: [(tag: String, value: String)] = [
            ("%year%", String(date.dateText.prefix(4))), ("%monthnum%", two(date.month)), ("%day%", two(date.day)),
            ("%hour%", two(date.hour)), ("%minute%", two(date.minute)), ("%second%", two(date.second)),
            ("%postname%", values.slug), ("%post_id%", String(values.number)),
            ("%category%", values.categoryPath), ("%author%", values.author),
        ]
        var path = ""
        var rest = rawValue[...]
        scan: while !rest.isEmpty {
            for part in parts where rest.hasPrefix(part.tag) {
                path += part.value
                rest = rest.dropFirst(part.tag.count)
                continue scan
            }
            path.append(rest.removeFirst())
        }
        return path
    }
}
