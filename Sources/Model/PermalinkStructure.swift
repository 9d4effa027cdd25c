/// How the addresses of posts are formed, in WordPress's notation: `/%year%/%monthnum%/%day%/%postname%/`.
package struct PermalinkStructure: RawRepresentable, Hashable, Sendable {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package static let dayAndName = PermalinkStructure(rawValue: "/%year%/%monthnum%/%day%/%postname%/")
    package static let monthAndName = PermalinkStructure(rawValue: "/%year%/%monthnum%/%postname%/")
    package static let name = PermalinkStructure(rawValue: "/%postname%/")
    package static let numeric = PermalinkStructure(rawValue: "/archives/%post_id%")

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
