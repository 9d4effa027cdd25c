import Model

/// The plainest page there is: headings, paragraphs and links, in the reader's own letters.
package struct MailHTML: Sendable {
    package let text: String

    /// Made of plain text.
    package enum Piece: Sendable {
        case heading(String)
        /// Nothing where it is empty.
        case paragraph(String)
        /// A paragraph with one link in it: words before, what it is called, its address, and words behind.
        case sentence(String, (String, String), String)
        /// What each is called, and its address.
        case links([(String, String)])
        case rule
    }

    package init(_ pieces: [Piece]) {
        let body = pieces.map { piece in
            switch piece {
            case .heading(let text): "<h2>\(SafeHTML.text(text).markup)</h2>"
            case .paragraph(let text): text.isEmpty ? "" : "<p>\(SafeHTML.text(text).markup)</p>"
            case .sentence(let before, let link, let behind):
                "<p>\(SafeHTML.text(before).markup)\(Self.link(link.0, link.1))\(SafeHTML.text(behind).markup)</p>"
            case .links(let links): "<p>" + links.map { Self.link($0, $1) }.joined(separator: " &middot; ") + "</p>"
            case .rule: "<hr>"
            }
        }
        text =
            (["<!DOCTYPE html>", "<html><body dir=\"auto\">"] + body.filter { !$0.isEmpty } + ["</body></html>"])
            .joined(separator: "\n")
    }

    private static func link(_ name: String, _ url: String) -> String {
        "<a href=\"\(SafeHTML.text(url).markup)\">\(SafeHTML.text(name).markup)</a>"
    }

    /// - Parameter links: what each is called, and its address.
    package init(_ paragraphs: [String], links: [(String, String)] = [], closing: [String] = []) {
        self.init(
            paragraphs.map { .paragraph($0) } + (links.isEmpty ? [] : [.links(links)])
                + closing.map { .paragraph($0) })
    }
}
