/// The place of a feature in a filter's table: 17 bits of a multiplicative hash.
enum Hashing {
    static let bits: UInt32 = 17
    static let size = 1 << Int(bits)

    @inline(__always)
    static func step(_ hash: UInt64, _ value: UInt32) -> UInt64 {
        (hash ^ UInt64(value)) &* 0x9E37_79B9_7F4A_7C15 ^ (hash >> 29)
    }

    @inline(__always)
    static func place(_ hash: UInt64) -> UInt32 {
        var mixed = hash
        mixed ^= mixed >> 32
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        return UInt32(truncatingIfNeeded: mixed >> (64 - UInt64(bits)))
    }

    /// A hash that stays the same in every process.
    static func hash(_ text: String, seed: UInt64) -> UInt64 {
        var hash = seed
        for scalar in text.unicodeScalars { hash = step(hash, scalar.value) }
        hash ^= hash >> 32
        return hash &* 0xD6E8_FEB8_6659_FD93
    }
}
