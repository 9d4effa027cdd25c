/// Where in HTML a template's text stands, followed byte by byte while it is compiled. It decides what may be printed
/// at a place: escaping alone does not make a text harmless inside a script, a style, an unquoted value or an `href`.
struct MarkupContext: Equatable {
    enum State: Equatable {
        case text, tagStart, tagName, insideTag, attributeName, beforeValue, unquotedValue, comment, declaration
        case value(quote: UInt8)
        /// Inside `<script>` or `<style>`, where no reference is decoded.
        case rawText
    }

    private(set) var state = State.text
    private(set) var tag = ""
    private(set) var attribute = ""
    /// What has been printed of the attribute's value does not settle yet what kind of address it is.
    private(set) var isAtValueStart = false
    private var value = ""
    private var scriptType = ""
    private var tail = ""

    mutating func read(_ bytes: [UInt8]) {
        for byte in bytes { read(byte) }
    }

    /// A value was printed here that is never empty.
    mutating func readValue() { isAtValueStart = false }

    /// After a section that began at `start`, which may have printed nothing. False if it opens what it does not close.
    mutating func leaveSection(from start: MarkupContext) -> Bool {
        let isBalanced =
            normal.state == start.normal.state && tag == start.tag
            && (state == .text || !isValue || attribute == start.attribute)
        self = start.normal
        return isBalanced
    }

    /// What is wrong with printing a value of this kind here; nil if nothing is.
    func objection(to kind: FieldDeclaration.Kind, isRaw: Bool) -> String? {
        if case .script = kind {
            let isData = state == .rawText && tag == "script" && scriptType == "application/ld+json"
            return isData ? nil : "this is data for <script type=\"application/ld+json\"> only"
        }
        switch state {
        case .text: return nil
        case .value:
            if isRaw { return "HTML cannot stand inside an attribute" }
            if attribute.hasPrefix("on") || attribute == "style" || attribute == "srcdoc" {
                return "nothing may be printed into “\(attribute)”"
            }
            if isAtValueStart, Self.addressAttributes.contains(attribute) {
                if case .url = kind { return nil }
                return "“\(attribute)” takes an address, and this is text"
            }
            return nil
        case .beforeValue, .unquotedValue: return "put the value of “\(attribute)” in quotes"
        case .rawText: return "nothing may be printed inside <\(tag)>"
        case .comment, .declaration: return "nothing may be printed inside an HTML comment"
        case .tagStart, .tagName, .insideTag, .attributeName: return "nothing may be printed inside a tag’s names"
        }
    }

    private static let addressAttributes: Set<String> = [
        "href", "src", "action", "formaction", "poster", "cite", "data", "srcset", "background", "ping", "xlink:href",
    ]

    private var isValue: Bool { if case .value = state { true } else { false } }

    /// Between two attributes it does not matter how the last one ended.
    private var normal: MarkupContext {
        var copy = self
        copy.tail = ""
        if state == .tagName || state == .attributeName {
            copy.state = .insideTag
            copy.attribute = ""
        }
        return copy
    }

    private mutating func read(_ byte: UInt8) {
        let character = Character(UnicodeScalar(byte))
        let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
        switch state {
        case .text:
            if byte == UInt8(ascii: "<") { state = .tagStart; tag = ""; scriptType = "" }
        case .tagStart:
            if byte == UInt8(ascii: "!") {
                state = .declaration
                tail = ""
            } else if character.isLetter || byte == UInt8(ascii: "/") {
                state = .tagName
                tag = character.lowercased()
            } else {
                leaveTag()
            }
        case .tagName:
            if byte == UInt8(ascii: ">") {
                endTag()
            } else if isSpace {
                state = .insideTag
            } else {
                tag += character.lowercased()
            }
        case .insideTag, .attributeName:
            if byte == UInt8(ascii: ">") {
                endTag()
            } else if byte == UInt8(ascii: "=") {
                state = .beforeValue
            } else if isSpace || byte == UInt8(ascii: "/") {
                state = .insideTag
            } else {
                if state == .insideTag { attribute = "" }
                state = .attributeName
                attribute += character.lowercased()
            }
        case .beforeValue:
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                state = .value(quote: byte)
                isAtValueStart = true
                value = ""
            } else if byte == UInt8(ascii: ">") {
                endTag()
            } else if !isSpace {
                state = .unquotedValue
            }
        case .unquotedValue:
            if byte == UInt8(ascii: ">") { endTag() } else if isSpace { endAttribute() }
        case .value(let quote):
            if byte == quote {
                if attribute == "type" { scriptType = value }
                endAttribute()
            } else {
                if "/?#:".contains(character) { isAtValueStart = false }
                value.append(character)
            }
        case .comment:
            tail = String((tail + String(character)).suffix(3))
            if tail == "-->" { leaveTag() }
        case .declaration:
            tail.append(character)
            if tail == "--" { state = .comment; tail = "" } else if byte == UInt8(ascii: ">") { leaveTag() }
        case .rawText:
            tail = String((tail + character.lowercased()).suffix(tag.count + 3))
            if tail == "</\(tag)>" { leaveTag() }
        }
    }

    private mutating func endAttribute() {
        state = .insideTag
        attribute = ""
        value = ""
        isAtValueStart = false
    }

    private mutating func endTag() {
        let opensRawText = tag == "script" || tag == "style"
        endAttribute()
        if opensRawText { state = .rawText; tail = "" } else { leaveTag() }
    }

    private mutating func leaveTag() { self = MarkupContext() }
}
