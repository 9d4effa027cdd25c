/// A form in which a page's bytes travel.
package enum ContentCoding: String, Sendable, CaseIterable {
    case identity
    case gzip
    case brotli = "br"
}

/// What a visitor's `Accept-Encoding` allows, with its q-values (RFC 9110, section 12.5.3).
package struct AcceptedCodings: Equatable, Sendable {
    /// Weights from 0 (refused) to 1000.
    private(set) var gzip = 0
    private(set) var brotli = 0
    private(set) var identity = 1

    /// No such field: the plain bytes.
    package init() {}

    package init(_ field: String) {
        var field = field
        self = field.withUTF8 { AcceptedCodings(UnsafeRawBufferPointer($0)) }
    }

    package init(_ field: UnsafeRawBufferPointer) {
        var star: Int?
        var named = (gzip: Int?.none, brotli: Int?.none, identity: Int?.none)
        for item in field.split(separator: UInt8(ascii: ",")) {
            let parts = item.split(separator: UInt8(ascii: ";"), maxSplits: 1)
            guard let name = parts.first.map(Self.trimmed) else { continue }
            let weight = parts.count > 1 ? Self.weight(parts[1]) : 1000
            if Self.matches(name, "gzip") || Self.matches(name, "x-gzip") {
                named.gzip = weight
            } else if Self.matches(name, "br") {
                named.brotli = weight
            } else if Self.matches(name, "identity") {
                named.identity = weight
            } else if Self.matches(name, "*") {
                star = weight
            }
        }
        gzip = named.gzip ?? star ?? 0
        brotli = named.brotli ?? star ?? 0
        // Plain bytes are the last resort unless the visitor says otherwise.
        identity = named.identity ?? (star == 0 ? 0 : 1)
    }

    /// The coding to send. Equal weights go to the smaller bytes; where all is refused, plain bytes are sent.
    package func best(gzip hasGzip: Bool, brotli hasBrotli: Bool) -> ContentCoding {
        let gzip = hasGzip ? gzip : 0
        let brotli = hasBrotli ? brotli : 0
        if brotli > 0, brotli >= gzip, brotli >= identity { return .brotli }
        if gzip > 0, gzip >= identity { return .gzip }
        return .identity
    }

    private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        var bytes = bytes
        while let first = bytes.first, first == 0x20 || first == 0x09 { bytes = bytes.dropFirst() }
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
        return bytes
    }

    private static func matches(_ bytes: Slice<UnsafeRawBufferPointer>, _ name: StaticString) -> Bool {
        guard bytes.count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { name in zip(bytes, name).allSatisfy { $0 | 0x20 == $1 | 0x20 } }
    }

    /// `q=0.8` → 800. What is malformed counts as refused.
    private static func weight(_ parameter: Slice<UnsafeRawBufferPointer>) -> Int {
        let bytes = trimmed(parameter)
        guard bytes.count >= 3, bytes.first.map({ $0 | 0x20 }) == UInt8(ascii: "q"),
            bytes[bytes.startIndex + 1] == UInt8(ascii: "=")
        else { return 0 }
        var value = 0
        var scale = 1000
        var sawPoint = false
        for byte in bytes.dropFirst(2) {
            switch byte {
            case UInt8(ascii: ".") where !sawPoint: sawPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if sawPoint { scale /= 10 }
                value += Int(byte - UInt8(ascii: "0")) * scale
            default: return 0
            }
            if value > 1000 { return 0 }
        }
        return value
    }
}
