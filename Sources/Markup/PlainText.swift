package import Model

/// Text that is to stand in a page as it is.
package enum PlainText {
    /// One preformatted block of the text's characters, nothing interpreted. For content that the sanitizer refuses.
    package static func html(_ text: String) -> SafeHTML {
        SafeHTML(sanitized: "<pre>\(SafeHTML.text(text).markup)</pre>")
    }
}
