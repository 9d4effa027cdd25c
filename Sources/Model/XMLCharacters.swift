extension Unicode.Scalar {
    /// Whether XML 1.0 can carry it: all but control characters that are no tab or line end, U+FFFE and U+FFFF.
    /// https://www.w3.org/TR/xml/#charsets
    package var isXMLCharacter: Bool {
        switch value {
        case 0x9, 0xA, 0xD: true
        case 0..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }
}

extension String {
    /// With another character, or nothing, in the place of those that XML cannot carry.
    package func fitForXML(replacement: Unicode.Scalar? = nil) -> String {
        guard unicodeScalars.contains(where: { !$0.isXMLCharacter }) else { return self }
        return String(
            String.UnicodeScalarView(unicodeScalars.compactMap { $0.isXMLCharacter ? $0 : replacement }))
    }

    /// Inside a CDATA section, split where the text itself holds a section's end.
    package var splitForCDATA: String { replacing("]]>", with: "]]]]><![CDATA[>") }
}
