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
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: places.count) { other in
            places.withUnsafeMutableBufferPointer { places in
                sort(places, into: other, by: 0, half)
                sort(other, into: places, by: half, half)
            }
        }
    }

    /// By so many bits from one on; what was before another stays before it where these are the same.
    private static func sort(
        _ places: UnsafeMutableBufferPointer<UInt32>, into sorted: UnsafeMutableBufferPointer<UInt32>, by shift: UInt32,
        _ bits: UInt32
    ) {
        let mask = UInt32(1) << bits - 1
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: Int(mask) + 2) { starts in
            starts.initialize(repeating: 0)
            for place in places { starts[Int(place &>> shift & mask) &+ 1] &+= 1 }
            for index in 1..<starts.count { starts[index] &+= starts[index &- 1] }
            for place in places {
                let digit = Int(place &>> shift & mask)
                sorted[Int(starts[digit])] = place
                starts[digit] &+= 1
            }
        }
    }
}
