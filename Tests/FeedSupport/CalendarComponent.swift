/// A component of a parsed calendar, for looking at; read as RFC 5545 (sections 3.1 and 3.4) has it, with no leniency.
package struct CalendarComponent {
    package var name: String
    package var properties: [CalendarProperty] = []
    package var components: [CalendarComponent] = []

    package func property(_ name: String) -> CalendarProperty? { properties.first { $0.name == name } }

    package func all(_ name: String) -> [CalendarComponent] { components.filter { $0.name == name } }

    package struct Malformed: Error {
        package let what: String
    }

    /// - Returns: the one calendar that the bytes hold.
    package static func parse(_ bytes: [UInt8]) throws -> CalendarComponent {
        var open: [CalendarComponent] = []
        var root: CalendarComponent?
        for line in try unfolded(bytes) {
            guard root == nil else { throw Malformed(what: "behind the calendar: \(line)") }
            let property = try CalendarProperty(line: line)
            switch property.name {
            case "BEGIN": open.append(CalendarComponent(name: property.value))
            case "END":
                guard let ended = open.popLast(), ended.name == property.value else { throw Malformed(what: line) }
                if open.isEmpty { root = ended } else { open[open.count - 1].components.append(ended) }
            default:
                guard !open.isEmpty else { throw Malformed(what: "outside the calendar: \(line)") }
                guard open[open.count - 1].components.isEmpty else { throw Malformed(what: "behind a part: \(line)") }
                open[open.count - 1].properties.append(property)
            }
        }
        guard let root else { throw Malformed(what: "no calendar, or one that does not end") }
        return root
    }

    private static func unfolded(_ bytes: [UInt8]) throws -> [String] {
        var lines: [String] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0D && $0 != 0x0A }
            guard rest.dropFirst(line.count).starts(with: [0x0D, 0x0A]) else { throw Malformed(what: "end of line") }
            rest = rest.dropFirst(line.count + 2)
            guard let text = String(validating: line, as: UTF8.self) else { throw Malformed(what: "not UTF-8") }
            guard line.count <= 75 else { throw Malformed(what: "too long: \(text)") }
            switch line.first {
            case nil: throw Malformed(what: "empty line")
            case 0x20, 0x09:
                guard !lines.isEmpty, line.count > 1 else { throw Malformed(what: "folding") }
                lines[lines.count - 1].unicodeScalars += text.unicodeScalars.dropFirst()
            default: lines.append(text)
            }
        }
        return lines
    }
}

/// One content line.
package struct CalendarProperty {
    package let name: String
    /// Without quotation marks, and with what RFC 6868 has signs for.
    package let parameters: [String: String]
    /// As it stands.
    package let value: String

    init(line: String) throws {
        var rest = Substring(line).unicodeScalars[...]
        name = try Self.name(&rest)
        var parameters: [String: String] = [:]
        while rest.first == ";" {
            rest.removeFirst()
            let key = try Self.name(&rest)
            guard rest.popFirst() == "=", parameters[key] == nil else {
                throw CalendarComponent.Malformed(what: line)
            }
            parameters[key] = try Self.parameter(&rest)
        }
        guard rest.popFirst() == ":", rest.allSatisfy(Self.isAllowed) else {
            throw CalendarComponent.Malformed(what: line)
        }
        self.parameters = parameters
        value = String(rest)
    }

    /// The plain texts that the value is; nil where it is not escaped as section 3.3.11 has it.
    package var texts: [String]? {
        var texts = [String.UnicodeScalarView()]
        var rest = value.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case ",": texts.append(String.UnicodeScalarView())
            case ";": return nil
            case "\\":
                switch rest.popFirst() {
                case "n", "N": texts[texts.count - 1].append("\n")
                case let escaped? where escaped == "\\" || escaped == ";" || escaped == ",":
                    texts[texts.count - 1].append(escaped)
                default: return nil
                }
            default: texts[texts.count - 1].append(scalar)
            }
        }
        return texts.map { String($0) }
    }

    /// The one plain text that the value is.
    package var text: String? { texts.flatMap { $0.count == 1 ? $0[0] : nil } }

    private static func name(_ rest: inout Substring.UnicodeScalarView) throws -> String {
        let name = rest.prefix { $0 == "-" || $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0)) }
        guard !name.isEmpty else { throw CalendarComponent.Malformed(what: "no name: \(rest)") }
        rest.removeFirst(name.count)
        return String(name)
    }

    private static func parameter(_ rest: inout Substring.UnicodeScalarView) throws -> String {
        let isQuoted = rest.first == "\""
        if isQuoted { rest.removeFirst() }
        let value = rest.prefix { scalar in
            scalar != "\"" && (isQuoted || scalar != ":" && scalar != ";" && scalar != ",") && isAllowed(scalar)
        }
        rest.removeFirst(value.count)
        if isQuoted, rest.popFirst() != "\"" { throw CalendarComponent.Malformed(what: "quotation: \(value)") }
        return String(value).replacing("^n", with: "\n").replacing("^'", with: "\"").replacing("^^", with: "^")
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || scalar.value >= 0x20 && scalar.value != 0x7F
    }
}
