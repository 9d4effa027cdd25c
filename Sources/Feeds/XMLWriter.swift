import Model

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
        append(text.fitForXML().splitForCDATA)
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
        for byte in text.fitForXML().utf8 {
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
}
