/// Every element and attribute that any pass looks at. What is not here ends at the first wall.
enum Vocabulary {
    static let elements: Set<String> = Set(Policy.post.elements.keys)
        .union(Policy.comment.elements.keys).union(renamed.keys).union(["center"])

    static let attributes: Set<String> = Policy.post.elements.values.reduce(Policy.globalAttributes) { $0.union($1) }
        .union(["class", "id", "style", "align", "name", "src", "poster"])

    /// Elements that HTML has given up, and what is written for them.
    static let renamed: [String: String] = ["acronym": "abbr", "strike": "s", "tt": "code", "big": "span"]
}
