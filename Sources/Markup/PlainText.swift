package import Model

/// Text that is to stand in a page as it is.
package enum PlainText {
    /// One preformatted block of the text's characters, nothing interpreted. For content that the sanitizer refuses.
    package static func html(_ text: String) -> SafeHTML {
        SafeHTML(sanitized: "<pre>\(SafeHTML.text(text).markup)</pre>")
    }

    /// The characters of a name that WordPress stores as HTML (`Tom &amp; Clio`): references resolved, and nothing else
    /// changed. One longer than any reader would take stays as it is.
    package static func name(_ html: String) -> String {
        guard html.utf8.contains(UInt8(ascii: "&")), html.utf8.count < 10_000,
            let tree = try? HTMLParser.parse(.normalized(html.replacing("<", with: "&lt;")))
        else { return html }
        return tree.textContent
    }
}
