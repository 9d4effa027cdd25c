/// JSON that may stand inside `<script type="application/ld+json">`: no character of it can end the element.
package struct ScriptJSON: Hashable, Sendable {
    package let text: String

    package init(_ value: JSONValue) {
        var text = ""
        value.write(to: &text)
        self.text = text
    }
}

/// What structured data is made of.
package enum JSONValue: Hashable, Sendable {
    case text(String)
    case number(Int)
    case list([JSONValue])
    /// Members in their order; those that are nil are left out.
    case object([Member])

    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: JSONValue?

        package init(_ name: String, _ value: JSONValue?) {
            self.name = name
            self.value = value
        }

        package init(_ name: String, _ text: String?) {
            self.init(name, text.map(JSONValue.text))
        }
    }

    fileprivate func write(to output: inout String) {
        switch self {
        case .text(let text): Self.write(text, to: &output)
        case .number(let number): output += String(number)
        case .list(let values):
            output += "["
            for (index, value) in values.enumerated() {
                if index > 0 { output += "," }
                value.write(to: &output)
            }
            output += "]"
        case .object(let members):
            output += "{"
            var isFirst = true
            for member in members {
                guard let value = member.value else { continue }
                if !isFirst { output += "," }
                isFirst = false
                Self.write(member.name, to: &output)
                output += ":"
                value.write(to: &output)
            }
            output += "}"
        }
    }

    private static func write(_ text: String, to output: inout String) {
        output += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        output += "\""
    }
}
