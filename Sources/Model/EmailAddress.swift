/// What can be told of an e-mail address without writing to it.
package enum EmailAddress {
    /// The longest that mail can carry (RFC 5321, with errata).
    private static let bytes = 254

    package static func isPlausible(_ text: String) -> Bool {
        guard text.utf8.count <= bytes, let at = text.lastIndex(of: "@") else { return false }
        let name = text[..<at]
        let labels = text[text.index(after: at)...].split(separator: ".", omittingEmptySubsequences: false)
        guard !name.isEmpty, name.utf8.count <= 64, labels.count > 1 else { return false }
        return !text.contains { $0.isWhitespace || "<>()[]\\,;:\"".contains($0) } && !labels.contains("")
            && !name.contains("@")
    }
}
