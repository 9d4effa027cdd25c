package import Model

/// JSON that may stand inside `<script type="application/ld+json">`: no character of it can end the element.
package struct ScriptJSON: Hashable, Sendable {
    package let text: String

    package init(_ value: ScriptValue) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4096)
        value.write(to: &bytes)
        text = String(decoding: bytes, as: UTF8.self)
    }
}

/// What structured data is made of.
package enum ScriptValue: Hashable, Sendable {
    case text(String)
    case number(Int)
    case list([ScriptValue])
    /// Members in their order; those that are nil are left out.
    case object([Member])

    package struct Member: Hashable, Sendable {
        package let name: String
        package let value: ScriptValue?

        package init(_ name: String, _ value: ScriptValue?) {
            self.name = name
            self.value = value
        }

        package init(_ name: String, _ text: String?) {
            self.init(name, text.map(ScriptValue.text))
        }
    }

    /// Members in the order of their names; what is neither text, whole number, list nor object becomes a text.
    package init(_ value: JSONValue) {
        switch value {
        case .string(let text): self = .text(text)
        case .integer(let number): self = .number(Int(number))
        case .array(let elements): self = .list(elements.map(ScriptValue.init))
        case .object(let members):
            self = .object(members.sorted { $0.key < $1.key }.map { Member($0.key, ScriptValue($0.value)) })
        case .number(let number): self = .text(String(number))
        case .bool(let truth): self = .text(truth ? "true" : "false")
        case .null: self = .text("")
        }
    }

    fileprivate func write(to output: inout [UInt8]) {
        switch self {
        case .text(let text): Self.write(text, to: &output)
        case .number(let number): output += String(number).utf8
        case .list(let values):
            output.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                value.write(to: &output)
            }
            output.append(UInt8(ascii: "]"))
        case .object(let members):
            output.append(UInt8(ascii: "{"))
            var isFirst = true
            for member in members {
                guard let value = member.value else { continue }
                if !isFirst { output.append(UInt8(ascii: ",")) }
                isFirst = false
                Self.write(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                value.write(to: &output)
            }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// Copies what needs no escape in runs: a page with many comments has most of its bytes here.
    private static func write(_ text: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for (index, byte) in bytes.enumerated() {
                guard let escape = escape(bytes, at: index, byte) else { continue }
                output += bytes[start..<index]
                output += escape.text.utf8
                start = index + escape.length
            }
            output += bytes[start...]
        }
        output.append(UInt8(ascii: "\""))
    }

    /// How many bytes are replaced, and by what; nil for a byte that may stand as it is. U+2028 and U+2029 end a line of
    /// a script in older readers.
    private static func escape(
        _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ byte: UInt8
    ) -> (length: Int, text: String)? {
        switch byte {
        case UInt8(ascii: "\""): return (1, "\\\"")
        case UInt8(ascii: "\\"): return (1, "\\\\")
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0...0x1F, 0x7F:
            let digits = String(byte, radix: 16)
            return (1, "\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
            switch bytes[index + 2] {
            case 0xA8: return (3, "\\u2028")
            case 0xA9: return (3, "\\u2029")
            default: return nil
            }
        default: return nil
        }
    }
}
