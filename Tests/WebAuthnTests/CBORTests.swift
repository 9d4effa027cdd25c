import Testing
import WebAuthn

@Suite struct CBORTests {
    private func read(_ bytes: [UInt8]) throws -> CBOR {
        var rest = bytes[...]
        let value = try CBOR(&rest)
        try #require(rest.isEmpty)
        return value
    }

    /// Of RFC 8949, appendix A.
    static let examples: [([UInt8], CBOR)] = [
        ([0x00], .integer(0)), ([0x17], .integer(23)), ([0x18, 0x18], .integer(24)),
        ([0x19, 0x03, 0xE8], .integer(1000)), ([0x1A, 0x00, 0x0F, 0x42, 0x40], .integer(1_000_000)),
        ([0x1B, 0, 0, 0, 0xE8, 0xD4, 0xA5, 0x10, 0], .integer(1_000_000_000_000)), ([0x20], .integer(-1)),
        ([0x39, 0x03, 0xE7], .integer(-1000)), ([0xF4], .bool(false)), ([0xF5], .bool(true)), ([0xF6], .null),
        ([0x40], .bytes([])), ([0x44, 1, 2, 3, 4], .bytes([1, 2, 3, 4])), ([0x60], .text("")),
        ([0x62, 0xC3, 0xBC], .text("ü")), ([0x80], .array([])),
        ([0x83, 1, 2, 3], .array([.integer(1), .integer(2), .integer(3)])), ([0xA0], .map([:])),
        ([0xA2, 1, 2, 3, 4], .map([.integer(1): .integer(2), .integer(3): .integer(4)])),
        ([0x82, 0x61, 0x61, 0xA1, 0x61, 0x62, 0x61, 0x63], .array([.text("a"), .map([.text("b"): .text("c")])])),
    ]

    @Test func examplesOfTheStandard() throws {
        for (bytes, value) in Self.examples { #expect(try read(bytes) == value) }
    }

    @Test("what is cut off, too long, too deep, twice or of another kind names its place")
    func faults() {
        let wrong: [([UInt8], Int)] = [
            ([], 0), ([0x18], 1), ([0x42, 1], 1), ([0x61, 0xFF], 0), ([0x5F], 1), ([0xFB, 0, 0, 0, 0, 0, 0, 0, 0], 0),
            ([0xC1, 0], 0), ([0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], 1),
            ([0x9A, 0xFF, 0xFF, 0xFF, 0xFF], 0), ([0xBA, 0xFF, 0xFF, 0xFF, 0xFF], 0), ([0xA2, 1, 1, 1, 1], 0),
            (Array(repeating: 0x81, count: 100), 8),
        ]
        for (bytes, offset) in wrong {
            #expect(throws: CBOR.Fault(offset: offset)) {
                var rest = bytes[...]
                return try CBOR(&rest)
            }
        }
    }

    @Test("never a crash, and never more read than there is")
    func hostile() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<50_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            var rest = bytes[...]
            if (try? CBOR(&rest)) != nil { #expect(rest.endIndex == bytes.endIndex) }
        }
    }
}
