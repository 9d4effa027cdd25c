/// Where something stands in a template; both numbers count from 1, columns in characters.
package struct TemplatePlace: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    package let line: Int
    package let column: Int

    package var description: String { "\(file):\(line):\(column)" }
}

/// What is wrong with a template, and where. Found when the theme is loaded, never while a page is rendered.
package struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
    package let place: TemplatePlace
    package let message: String

    package var description: String { "\(place): \(message)" }
}
