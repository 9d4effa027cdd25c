/// Writes XML 1.0. Characters that XML cannot carry are left out.
struct XMLWriter {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)

    typealias Attribute = (name: String, value: String)

    mutating func open(_ name: String, _ attributes: Attribute...) {
        start(name, attributes)
        append(">\n")
    }

    mutating func close(_ name: String) { append("</\(name)>\n") }

    mutating func empty(_ name: String, _ attributes: Attribute...) { empty(name, attributes) }

    mutating func empty(_ name: String, _ attributes: [Attribute]) {
        start(name, attributes)
        append("/>\n")
    }

    mutating func element(_ name: String, _ text: String, _ attributes: Attribute...) {
        start(name, attributes)
        append(">")
        escape(text)
        append("</\(name)>\n")
    }

    /// An element whose text is one CDATA section, split where the text itself holds the section's end.
    mutating func data(_ name: String, _ text: String) {
        append("<\(name)><![CDATA[")
        append(Self.clean(text).replacing("]]>", with: "]]]]><![CDATA[>"))
        append("]]></\(name)>\n")
    }

    private mutating func start(_ name: String, _ attributes: [Attribute]) {
        append("<\(name)")
        for attribute in attributes {
            append(" \(attribute.name)=\"")
            escape(attribute.value)
            append("\"")
        }
    }

    private mutating func escape(_ text: String) {
        for byte in Self.clean(text).utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&quot;")
            default: bytes.append(byte)
            }
        }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Without what is no `Char` of XML 1.0: control characters but tab and line ends, U+FFFE and U+FFFF.
    private static func clean(_ text: String) -> String {
        func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x9, 0xA, 0xD: false
            case 0..<0x20, 0xFFFE, 0xFFFF: true
            default: false
            }
        }
        guard text.unicodeScalars.contains(where: isForbidden) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isForbidden($0) }))
    }
}
