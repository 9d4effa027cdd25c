import Model

/// Appends elements of an export to bytes. What XML cannot carry (control characters but tab and line ends, U+FFFE and
/// U+FFFF) becomes U+FFFD, so that its place can still be seen; carriage returns are written as references, since
/// parsers take a bare one for a line end.
struct ExportXML {
    private(set) var bytes: [UInt8] = []

    typealias Attribute = (name: String, value: String)

    mutating func raw(_ text: String) { bytes += text.utf8 }

    mutating func container(_ element: WXRElement, _ content: (inout ExportXML) -> Void) {
        raw("<\(element.rawValue)>\n")
        content(&self)
        raw("</\(element.rawValue)>\n")
    }

    mutating func meta(_ element: WXRElement, _ entry: MetaRecord) {
        container(element) { xml in
            xml.data(.metaKey, entry.key)
            xml.data(.metaValue, entry.value)
        }
    }

    /// An element whose text is escaped.
    mutating func text(_ element: WXRElement, _ text: String, _ attributes: Attribute...) {
        start(element, attributes)
        escape(text)
        raw("</\(element.rawValue)>\n")
    }

    /// An element whose text stands in a CDATA section, split where the text itself holds a section's end; escaped
    /// instead if it holds a carriage return, for which a section has no form.
    mutating func data(_ element: WXRElement, _ text: String, _ attributes: Attribute...) {
        start(element, attributes)
        if text.utf8.contains(0x0D) {
            escape(text)
        } else {
            raw("<![CDATA[")
            raw(text.fitForXML(replacement: "\u{FFFD}").splitForCDATA)
            raw("]]>")
        }
        raw("</\(element.rawValue)>\n")
    }

    private mutating func start(_ element: WXRElement, _ attributes: [Attribute]) {
        raw("<\(element.rawValue)")
        for attribute in attributes {
            raw(" \(attribute.name)=\"")
            escape(attribute.value)
            raw("\"")
        }
        raw(">")
    }

    private mutating func escape(_ text: String) {
        for byte in text.fitForXML(replacement: "\u{FFFD}").utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case 0x0D: raw("&#13;")
            default: bytes.append(byte)
            }
        }
    }
}
