import Foundation
import Model

/// A call of XML-RPC as it is sent.
package struct XMLRPCCall: Hashable, Sendable {
    package let method: String
    package let parameters: [XMLRPCValue]

    /// Why something is no call, in a sentence.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// - Throws: `Fault`
    package init(_ bytes: [UInt8]) throws(Fault) {
        let reader = XMLRPCReader()
        guard let stream = XMLStream(handler: reader) else { throw Fault(description: "Memory is short.") }
        bytes.withUnsafeBufferPointer { stream.push($0) }
        stream.finish()
        if let fault = reader.fault { throw Fault(description: fault) }
        if let fault = stream.fault {
            switch fault.kind {
            case .malformed(let words): throw Fault(description: "Line \(fault.line) is no XML: \(words)")
            case .declarations: throw Fault(description: "Line \(fault.line) declares something, which is not taken.")
            }
        }
        guard let method = reader.method else { throw Fault(description: "No methodName is in it.") }
        self.method = method
        parameters = reader.parameters
    }
}

/// Builds values as their elements end.
private final class XMLRPCReader: XMLHandler {
    private(set) var method: String?
    private(set) var parameters: [XMLRPCValue] = []
    private(set) var fault: String?

    private enum Frame {
        /// Nil until something in it has ended; then its text is none.
        case value(XMLRPCValue?)
        case array([XMLRPCValue])
        case dictionary([String: XMLRPCValue])
        case member(name: String, value: XMLRPCValue?)
        /// A kind of value, or another element, by its name.
        case other(String)
    }

    private var frames: [Frame] = []
    private var text: [UInt8] = []
    /// Deeper than any program nests.
    private static let deepest = 32

    func startElement(_ name: XMLName, attributes: XMLAttributes) {
        text.removeAll(keepingCapacity: true)
        if frames.count >= Self.deepest * 4 { fault = fault ?? "It is nested too deep." }
        switch String(cString: name.local) {
        case "value": frames.append(.value(nil))
        case "array": frames.append(.array([]))
        case "struct": frames.append(.dictionary([:]))
        case "member": frames.append(.member(name: "", value: nil))
        case let other: frames.append(.other(other))
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>, isSection: Bool) { text += bytes }

    func endElement() {
        guard fault == nil, let frame = frames.popLast() else { return }
        switch frame {
        case .value(let value): give(value ?? .string(String(decoding: text, as: UTF8.self)))
        case .array(let elements): set(.array(elements))
        case .dictionary(let members): set(.dictionary(members))
        case .member(let name, let value):
            if case .dictionary(var members)? = frames.last {
                members[name] = value ?? .null
                frames[frames.count - 1] = .dictionary(members)
            }
        case .other(let name): end(name)
        }
        text.removeAll(keepingCapacity: true)
    }

    private func end(_ name: String) {
        let words = String(decoding: text, as: UTF8.self)
        switch name {
        case "methodName": method = words.trimmingCharacters(in: .whitespacesAndNewlines)
        case "name":
            if case .member(_, let value)? = frames.last {
                frames[frames.count - 1] = .member(name: words, value: value)
            }
        case "string": set(.string(words))
        case "i4", "int", "i8":
            let number = Int64(words.trimmingCharacters(in: .whitespacesAndNewlines))
            take(number.map { .int($0) }, "“\(words.prefix(40))” is no number.")
        case "boolean": set(.bool(words.trimmingCharacters(in: .whitespacesAndNewlines) == "1"))
        case "double": take(Double(words).map { .double($0) }, "“\(words.prefix(40))” is no number.")
        case "dateTime.iso8601":
            take(Self.date(words).map { .date($0) }, "“\(words.prefix(40))” is no date.")
        case "base64":
            let plain = words.filter { !$0.isWhitespace }
            take(Data(base64Encoded: plain).map { .bytes(Array($0)) }, "What stands in base64 is none.")
        case "nil": set(.null)
        default: break
        }
    }

    private func take(_ value: XMLRPCValue?, _ sentence: String) {
        if let value { set(value) } else { fault = fault ?? sentence }
    }

    /// The value that is open has this in it.
    private func set(_ value: XMLRPCValue) {
        if case .value? = frames.last { frames[frames.count - 1] = .value(value) }
    }

    /// A value has ended: to whom it belongs. `data` and `param` stand between.
    private func give(_ value: XMLRPCValue) {
        for index in frames.indices.reversed() {
            switch frames[index] {
            case .array(var elements):
                // Nothing else holds the elements meanwhile, so that they are not copied for each.
                frames[index] = .other("")
                elements.append(value)
                frames[index] = .array(elements)
                return
            case .member(let name, _):
                frames[index] = .member(name: name, value: value)
                return
            case .other("param"):
                parameters.append(value)
                return
            case .other("data"): continue
            default: return
            }
        }
    }

    /// `20120225T09:30:00`, with or without hyphens and a mark of UTC.
    private static func date(_ words: String) -> LocalDateTime? {
        let digits = words.filter { $0.isASCII && $0.isNumber }
        guard digits.count >= 14 else { return nil }
        let parts = digits.prefix(14).map(String.init)
        func part(_ range: Range<Int>) -> String { parts[range].joined() }
        return LocalDateTime(
            "\(part(0..<4))-\(part(4..<6))-\(part(6..<8)) \(part(8..<10)):\(part(10..<12)):\(part(12..<14))")
    }
}
