import Model

/// The plainest page there is: headings, paragraphs and links, in the reader's own letters.
package struct MailHTML: Sendable {
    package let text: String

    /// Made of plain text.
    package enum Piece: Sendable {
        case heading(String)
        /// Nothing where it is empty.
        case paragraph(String)
        /// What each is called, and its address.
        case links([(String, String)])
        case rule
    }

    package init(_ pieces: [Piece]) {
        let body = pieces.map { piece in
            switch piece {
            case .heading(let text): "<h2>\(SafeHTML.text(text).markup)</h2>"
            case .paragraph(let text): text.isEmpty ? "" : "<p>\(SafeHTML.text(text).markup)</p>"
            case .links(let links):
                "<p>"
                    + links.map { name, url in
                        "<a href=\"\(SafeHTML.text(url).markup)\">\(SafeHTML.text(name).markup)</a>"
                    }.joined(separator: " &middot; ") + "</p>"
            case .rule: "<hr>"
            }
        }
        text =
            (["<!DOCTYPE html>", "<html><body dir=\"auto\">"] + body.filter { !$0.isEmpty } + ["</body></html>"])
            .joined(separator: "\n")
    }

    /// - Parameter links: what each is called, and its address.
    package init(_ paragraphs: [String], links: [(String, String)] = [], closing: [String] = []) {
        self.init(
            paragraphs.map { .paragraph($0) } + (links.isEmpty ? [] : [.links(links)])
                + closing.map { .paragraph($0) })
    }
}
