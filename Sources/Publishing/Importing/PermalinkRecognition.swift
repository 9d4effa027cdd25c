package import Model

/// Finds the permalink structure of a blog from the links of its own posts: each link is turned back into the
/// structure that would have made it, and the structure that explains most links wins.
package struct PermalinkRecognition: Sendable {
    private var votes: [String: Int] = [:]

    package init() {}

    /// - Parameter path: the path of the link below the blog's own address, percent-decoded, a slash at its head.
    package mutating func add(path: String, values: PermalinkStructure.Values) {
        guard let structure = Self.structure(of: path, values: values) else { return }
        votes[structure, default: 0] += 1
    }

    /// Nil when no link told anything (`?p=7` everywhere, or no published post).
    package var structure: PermalinkStructure? {
        let best = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return best.map { PermalinkStructure(rawValue: $0.key) }
    }

    static func structure(of path: String, values: PermalinkStructure.Values) -> String? {
        guard path.hasPrefix("/"), path.count > 1 else { return nil }
        var rest = path.dropFirst()
        let slashAtEnd = rest.hasSuffix("/")
        if slashAtEnd { rest = rest.dropLast() }
        var tags: [String] = []
        var isUnique = false
        // A category's path may span several segments, so it is looked for as a whole first.
        var segments = rest.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let categories = values.categoryPath.split(separator: "/").map(String.init)
        while !segments.isEmpty {
            if !categories.isEmpty, segments.count > categories.count, segments.starts(with: categories) {
                tags.append("%category%")
                segments.removeFirst(categories.count)
                continue
            }
            let segment = segments.removeFirst()
            let tag = self.tag(of: segment, values: values, known: tags)
            isUnique = isUnique || tag.hasPrefix("%postname%") || tag.hasPrefix("%post_id%")
            tags.append(tag)
        }
        // A structure that does not tell one post from another cannot be the blog's.
        guard isUnique else { return nil }
        return "/" + tags.joined(separator: "/") + (slashAtEnd ? "/" : "")
    }

    private static func tag(of segment: String, values: PermalinkStructure.Values, known: [String]) -> String {
        let date = values.date
        let dated: [(tag: String, number: Int, width: Int)] = [
            ("%year%", date.year, 4), ("%monthnum%", date.month, 2), ("%day%", date.day, 2),
            ("%hour%", date.hour, 2), ("%minute%", date.minute, 2), ("%second%", date.second, 2),
        ]
        if let part = dated.first(where: {
            !known.contains($0.tag) && segment.utf8.count == $0.width && Int(segment) == $0.number
        }) {
            // The parts of a date stand in order; a lone "02" without a month before it is no day.
            return part.tag
        }
        for (tag, value) in [
            ("%postname%", values.slug), ("%post_id%", String(values.number)), ("%author%", values.author),
        ] where !value.isEmpty && !known.contains(where: { $0.hasPrefix(tag) }) {
            if segment == value { return tag }
            // `/archives/7.html`
            if segment.hasPrefix(value + "."), !segment.dropFirst(value.count + 1).contains(".") {
                return tag + segment.dropFirst(value.count)
            }
        }
        return segment
    }
}
