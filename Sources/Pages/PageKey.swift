/// What a finished page is kept under: the path and the known parameters of the query, without the host.
///
/// The path stays as it was sent, percent signs and all: two spellings of one path are two keys, and the router
/// redirects one of them to the other.
package struct PageKey: Hashable, Sendable {
    /// The path, then `?` and the known parameters sorted by name, if there are any.
    package let target: String
    /// What tells apart several pages of one address; empty for the page that everybody sees.
    package let variant: String

    package init(target: String, variant: String = "") {
        self.target = target
        self.variant = variant
    }

    /// Reads the key from a request's target in origin form (`/path?query`).
    ///
    /// Parameters that are not known leave no trace; of two with one name both stay, in their order.
    /// Nil for any other form, and for bytes that a target may not have.
    package init?(requestTarget: String, knownParameters: Set<String>, variant: String = "") {
        var requestTarget = requestTarget
        let key = requestTarget.withUTF8 { Self.canonical($0, knownParameters: knownParameters) }
        guard let key else { return nil }
        self.init(target: key, variant: variant)
    }

    /// The same from the bytes of a request line.
    package init?(
        requestTarget bytes: UnsafeBufferPointer<UInt8>, knownParameters: Set<String>, variant: String = ""
    ) {
        guard let key = Self.canonical(bytes, knownParameters: knownParameters) else { return nil }
        self.init(target: key, variant: variant)
    }

    private static func canonical(_ bytes: UnsafeBufferPointer<UInt8>, knownParameters: Set<String>) -> String? {
        guard bytes.first == UInt8(ascii: "/") else { return nil }
        var question: Int?
        for (index, byte) in bytes.enumerated() {
            guard (0x21...0x7e).contains(byte), byte != UInt8(ascii: "#") else { return nil }
            if byte == UInt8(ascii: "?"), question == nil { question = index }
        }
        guard let question else { return String(decoding: bytes, as: UTF8.self) }
        let path = String(decoding: bytes[..<question], as: UTF8.self)
        let query = String(decoding: bytes[(question + 1)...], as: UTF8.self)
        let known = query.split(separator: "&")
            .map { (name: String($0.prefix { $0 != "=" }), pair: $0) }
            .filter { knownParameters.contains($0.name) }
        if known.isEmpty { return path }
        // Swift's sort is stable, so equal names keep their order.
        return path + "?" + known.sorted { $0.name < $1.name }.map(\.pair).joined(separator: "&")
    }
}
