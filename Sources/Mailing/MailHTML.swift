import Model

/// The plainest page there is: paragraphs and links, in the reader's own letters.
package struct MailHTML: Sendable {
    package let text: String

    /// - Parameters:
    ///   - paragraphs: plain text.
    ///   - links: what each is called, and its address.
    package init(_ paragraphs: [String], links: [(String, String)] = []) {
        let body = paragraphs.map { "<p>\(SafeHTML.text($0).markup)</p>" }
        let ways = links.map { name, url in
            "<a href=\"\(SafeHTML.text(url).markup)\">\(SafeHTML.text(name).markup)</a>"
        }
        text =
            (["<!DOCTYPE html>", "<html><body dir=\"auto\">"] + body
            + (ways.isEmpty ? [] : ["<p>\(ways.joined(separator: " &middot; "))</p>"]) + ["</body></html>"])
            .joined(separator: "\n")
    }
}
