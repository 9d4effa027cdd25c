package import Model

/// A value of XML-RPC (http://xmlrpc.com/spec.md), with `nil` as most programs have it.
package indirect enum XMLRPCValue: Hashable, Sendable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    case null
    case bool(Bool)
    case int(Int64)
    case double(Double)
    case string(String)
    /// A reading of some clock; the call says of which.
    case date(LocalDateTime)
    case bytes([UInt8])
    case array([XMLRPCValue])
    case dictionary([String: XMLRPCValue])

    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
    package init(integerLiteral value: Int64) { self = .int(value) }
    package init(arrayLiteral elements: XMLRPCValue...) { self = .array(elements) }
    package init(dictionaryLiteral elements: (String, XMLRPCValue)...) {
        self = .dictionary(Dictionary(elements, uniquingKeysWith: { first, _ in first }))
    }

    /// Programs send numbers as text, too.
    package var text: String? {
        switch self {
        case .string(let text): text
        case .int(let number): String(number)
        case .double(let number): String(number)
        case .bool(let truth): truth ? "1" : "0"
        default: nil
        }
    }

    package var integer: Int64? {
        switch self {
        case .int(let number): number
        case .bool(let truth): truth ? 1 : 0
        case .string(let text): Int64(text)
        default: nil
        }
    }

    /// As PHP takes it.
    package var truth: Bool? {
        switch self {
        case .bool(let truth): truth
        case .int(let number): number != 0
        case .string(let text): !(text.isEmpty || text == "0")
        default: nil
        }
    }

    package var date: LocalDateTime? { if case .date(let date) = self { date } else { nil } }

    package var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }

    package var elements: [XMLRPCValue]? { if case .array(let elements) = self { elements } else { nil } }

    package var members: [String: XMLRPCValue]? { if case .dictionary(let members) = self { members } else { nil } }

    /// How many of a list are wanted, and how many passed over: `number` and `offset`, within what is sensible.
    package func page(of number: Int) -> (number: Int, offset: Int) {
        let wanted = self["number"]?.integer.map { Int(clamping: $0) } ?? number
        return (min(max(wanted, 1), 100), max(self["offset"]?.integer.map { Int(clamping: $0) } ?? 0, 0))
    }

    package subscript(name: String) -> XMLRPCValue? { members?[name] }
}
