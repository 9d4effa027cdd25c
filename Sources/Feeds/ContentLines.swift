import Model

/// Writes the content lines of iCalendar (RFC 5545, section 3.1). Characters that they cannot carry are left out.
struct ContentLines {
    private(set) var bytes: [UInt8] = []

    typealias Parameter = (name: String, value: String)

    /// The most bytes of a line, without its end.
    private static let widest = 75

    mutating func begin(_ component: String) { fold("BEGIN:\(component)") }

    mutating func end(_ component: String) { fold("END:\(component)") }

    /// A property that is plain text.
    mutating func text(_ name: String, _ text: String, _ parameters: Parameter...) {
        fold(start(name, parameters) + text.calendarText)
    }

    /// A property that is several plain texts.
    mutating func texts(_ name: String, _ texts: [String]) {
        fold("\(name):" + texts.map(\.calendarText).joined(separator: ","))
    }

    /// A property that is an address.
    mutating func address(_ name: String, _ address: String, _ parameters: Parameter...) {
        fold(start(name, parameters) + address.calendarAddress)
    }

    /// A property of any other type, as that type is written.
    mutating func value(_ name: String, _ value: String, _ parameters: Parameter...) {
        fold(start(name, parameters) + value)
    }

    private func start(_ name: String, _ parameters: [Parameter]) -> String {
        name + parameters.map { ";\($0.name)=\($0.value.calendarParameter)" }.joined() + ":"
    }

    /// Breaks the line between two characters, so that each part is UTF-8 by itself; the blank before a part counts.
    private mutating func fold(_ line: String) {
        var width = 0
        for scalar in line.unicodeScalars {
            width += UTF8.width(scalar)
            if width > Self.widest {
                bytes += [0x0D, 0x0A, 0x20]
                width = 1 + UTF8.width(scalar)
            }
            bytes.append(contentsOf: scalar.utf8)
        }
        bytes += [0x0D, 0x0A]
    }
}

extension String {
    /// RFC 5545, section 3.3.11.
    fileprivate var calendarText: String {
        var text = ""
        for scalar in calendarCharacters {
            switch scalar {
            case "\n": text += "\\n"
            case "\\", ";", ",":
                text += "\\"
                text.unicodeScalars.append(scalar)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// RFC 5545, section 3.2, with the signs for a quotation mark and a line's end of RFC 6868.
    fileprivate var calendarParameter: String {
        var text = ""
        var isQuoted = false
        for scalar in calendarCharacters {
            switch scalar {
            case "\n": text += "^n"
            case "\"": text += "^'"
            case "^": text += "^^"
            default:
                isQuoted = isQuoted || scalar == ":" || scalar == ";" || scalar == ","
                text.unicodeScalars.append(scalar)
            }
        }
        return isQuoted ? "\"\(text)\"" : text
    }

    /// A URI (RFC 3986): what an IRI may hold and a URI may not stands as `%xx`.
    fileprivate var calendarAddress: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "<", ">", "\"", "{", "}", "|", "\\", "^", "`": text += String(scalar).percentEncodedSegment
            case "!"..."~": text.unicodeScalars.append(scalar)
            default: text += String(scalar).percentEncodedSegment
            }
        }
        return text
    }

    /// Without control characters but the tab, and every line's end as one `\n`: also those of Unicode, at which some
    /// readers that know their language's lines would break the calendar's own.
    private var calendarCharacters: String.UnicodeScalarView {
        var characters = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in unicodeScalars {
            switch scalar {
            case "\n" where last == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": characters.append("\n")
            case "\t": characters.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
            default: characters.append(scalar)
            }
            last = scalar
        }
        return characters
    }
}
