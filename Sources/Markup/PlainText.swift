package import Model

/// Text that is to stand in a page as it is.
package enum PlainText {
    package static let nothing = SafeHTML(sanitized: "")

    /// One preformatted block of the text's characters, nothing interpreted. For content that the sanitizer refuses.
    package static func html(_ text: String) -> SafeHTML {
        var writer = HTMLWriter()
        writer.write(text: text)
        return SafeHTML(sanitized: "<pre>" + String(decoding: writer.output, as: UTF8.self) + "</pre>")
    }
}
