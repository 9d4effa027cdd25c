/// Writes a tree as HTML. Text and attributes are escaped here and nowhere else.
struct HTMLWriter {
    private(set) var output = Bytes()

    mutating func write(childrenOf element: Element) {
        for child in element.children {
            switch child {
            case .text(let text): write(text: text)
            case .element(let element): write(element)
            }
        }
    }

    mutating func write(_ element: Element) {
        append("<")
        append(element.name)
        for (name, value) in element.attributes {
            append(" ")
            append(name)
            append("=\"")
            write(attribute: value)
            append("\"")
        }
        append(">")
        if ElementTraits.void.contains(element.name) { return }
        // A parser drops a line feed right after the tag.
        if element.name == "pre", case .text(let text) = element.children.first, text.utf8.first == 0x0A {
            append("\n")
        }
        write(childrenOf: element)
        append("</")
        append(element.name)
        append(">")
    }

    private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }

    mutating func write(text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            default: append(visible: byte)
            }
        }
    }

    mutating func write(attribute: String) {
        for byte in attribute.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\""): append("&quot;")
            default: append(visible: byte)
            }
        }
    }

    /// Control characters come back through references (`&#1;`); they mean nothing in a page.
    private mutating func append(visible byte: UInt8) {
        if byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09 { output.append(byte) }
    }
}
