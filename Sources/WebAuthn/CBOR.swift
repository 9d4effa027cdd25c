/// A value of CBOR (RFC 8949), of the kinds that authenticators send (CTAP2's canonical form): no floating-point numbers,
/// no tags, no lengths that are left open.
package enum CBOR: Hashable, Sendable {
    case integer(Int64)
    case bytes([UInt8])
    case text(String)
    case array([CBOR])
    case map([CBOR: CBOR])
    case bool(Bool)
    case null

    package struct Fault: Error, Hashable, Sendable {
        /// In bytes from the beginning.
        package let offset: Int

        package init(offset: Int) { self.offset = offset }
    }

    private static let depth = 8

    /// Reads one value, and takes its bytes away from `input`.
    ///
    /// - Throws: `Fault` for what is cut off, nested deeper than eight levels, or of another kind.
    package init(_ input: inout ArraySlice<UInt8>) throws(Fault) { try self.init(&input, depth: Self.depth) }

    private init(_ input: inout ArraySlice<UInt8>, depth: Int) throws(Fault) {
        let start = input.startIndex
        guard depth > 0, let head = input.popFirst() else { throw Fault(offset: start) }
        if head >> 5 == 7 {
            switch head & 31 {
            case 20: self = .bool(false)
            case 21: self = .bool(true)
            case 22: self = .null
            default: throw Fault(offset: start)
            }
            return
        }
        let argument = try Self.argument(head & 31, &input)
        switch head >> 5 {
        case 0: self = .integer(argument)
        case 1: self = .integer(-1 - argument)
        case 2: self = .bytes(Array(try Self.take(argument, &input)))
        case 3:
            guard let text = String(validating: try Self.take(argument, &input), as: UTF8.self) else {
                throw Fault(offset: start)
            }
            self = .text(text)
        case 4:
            // Each value takes a byte at least: nothing is made room for that is not there.
            guard argument <= input.count else { throw Fault(offset: start) }
            var values: [CBOR] = []
            for _ in 0..<argument { values.append(try CBOR(&input, depth: depth - 1)) }
            self = .array(values)
        case 5:
            guard argument <= input.count / 2 else { throw Fault(offset: start) }
            var values: [CBOR: CBOR] = [:]
            for _ in 0..<argument {
                let key = try CBOR(&input, depth: depth - 1)
                guard values[key] == nil else { throw Fault(offset: start) }
                values[key] = try CBOR(&input, depth: depth - 1)
            }
            self = .map(values)
        default: throw Fault(offset: start)
        }
    }

    private static func argument(_ short: UInt8, _ input: inout ArraySlice<UInt8>) throws(Fault) -> Int64 {
        if short < 24 { return Int64(short) }
        guard short <= 27 else { throw Fault(offset: input.startIndex) }
        let start = input.startIndex
        let number = try take(1 << Int64(short - 24), &input).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let argument = Int64(exactly: number) else { throw Fault(offset: start) }
        return argument
    }

    private static func take(_ count: Int64, _ input: inout ArraySlice<UInt8>) throws(Fault) -> ArraySlice<UInt8> {
        guard count <= input.count else { throw Fault(offset: input.startIndex) }
        defer { input.removeFirst(Int(count)) }
        return input.prefix(Int(count))
    }

    /// Of a map; nil for every other value.
    package subscript(_ key: CBOR) -> CBOR? {
        if case .map(let values) = self { values[key] } else { nil }
    }

    package var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }

    package var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
}
