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

    /// Sorts places: by their lower bits, then, keeping that order, by their upper ones.
    static func sort(_ places: inout [UInt32]) {
        guard places.count > 64 else { return places.sort() }
        let half = (bits + 1) / 2
        for shift in [0, half] {
            var starts = [Int](repeating: 0, count: 1 << Int(half) + 1)
            let digit = { (place: UInt32) in Int(place >> shift & (1 << half - 1)) }
            for place in places { starts[digit(place) + 1] += 1 }
            for index in 1..<starts.count { starts[index] += starts[index - 1] }
            places = [UInt32](unsafeUninitializedCapacity: places.count) { sorted, count in
                for place in places {
                    sorted[starts[digit(place)]] = place
                    starts[digit(place)] += 1
                }
                count = places.count
            }
        }
    }
}
