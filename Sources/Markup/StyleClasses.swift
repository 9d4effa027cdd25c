/// Turns the inline styles that WordPress writes into classes; a page carries no style of its own.
enum StyleClasses {
    /// The classes for a `style` attribute; names of properties without one are counted into `dropped`.
    static func classes(for style: String, of element: Element, dropped: inout [String: Int]) -> [String] {
        var classes: [String] = []
        let bytes = Bytes(style.utf8)
        var isCentered = (left: false, right: false)
        for declaration in bytes.split(separator: UInt8(ascii: ";")) {
            guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let nameRange = bytes.trimming(declaration.startIndex..<colon)
            let valueRange = bytes.trimming((colon + 1)..<declaration.endIndex)
            guard !nameRange.isEmpty, nameRange.count <= 40, valueRange.count <= 60 else { continue }
            let property = bytes.lowercasedText(nameRange)
            let value = bytes.lowercasedText(valueRange)
            switch (property, value) {
            case ("margin-left", "auto"): isCentered.left = true
            case ("margin-right", "auto"): isCentered.right = true
            case ("display", "block"), ("float", "none"): break
            default:
                if let name = className(property, value, element) {
                    classes.append(name)
                } else {
                    TagFilter.count(property, in: &dropped)
                }
            }
        }
        if isCentered == (true, true) { classes.append("aligncenter") }
        return classes
    }

    private static func className(_ property: String, _ value: String, _ element: Element) -> String? {
        switch property {
        case "text-align": ["left", "right", "center", "justify"].contains(value) ? "has-text-align-\(value)" : nil
        case "float": ["left", "right"].contains(value) ? "align\(value)" : nil
        case "width" where element.hasClass("wp-caption"): pixels(value).map { captionWidth($0) }
        case "width", "flex-basis": percent(value).map { "w-\(min(100, max(5, ($0 + 2) / 5 * 5)))" }
        case "height" where element.hasClass("wp-block-spacer"):
            pixels(value).map { "spacer-\(min(200, max(20, ($0 + 10) / 20 * 20)))" }
        case "padding-left": pixels(value).flatMap { $0 >= 20 ? "has-indent-\(min(6, max(1, $0 / 30)))" : nil }
        case "text-decoration", "text-decoration-line":
            ["underline", "line-through"].contains(value) ? "has-text-decoration-\(value)" : nil
        case "font-weight": ["bold", "600", "700", "800", "900"].contains(value) ? "has-font-weight-bold" : nil
        case "font-style": value == "italic" ? "has-font-style-italic" : nil
        case "text-transform": value == "uppercase" ? "has-text-transform-uppercase" : nil
        default: nil
        }
    }

    /// A figure as wide as its picture, in steps of 50 pixels up to 1200.
    static func captionWidth(_ pixels: Int) -> String { "caption-w-\(min(1200, max(50, (pixels + 49) / 50 * 50)))" }

    private static func percent(_ value: String) -> Int? {
        value.hasSuffix("%") ? whole(value.dropLast()) : nil
    }

    private static func pixels(_ value: String) -> Int? {
        value.hasSuffix("px") ? whole(value.dropLast(2)) : nil
    }

    /// The whole part of a number from 0 to 9999.
    private static func whole(_ text: Substring) -> Int? {
        guard let digits = text.split(separator: ".", omittingEmptySubsequences: false).first, digits.utf8.count <= 4,
            let number = Int(digits), number >= 0
        else { return nil }
        return number
    }
}
