/// The texts that came lately, by their SimHash (Charikar, 2002): how many were nearly the same as a new one.
package struct Repetition: Sendable {
    /// Texts that are looked at.
    static let window = 2_048
    /// Bits of 64 in which texts that are nearly the same may differ.
    static let distance = 12

    private var hashes: [UInt64] = []
    private var next = 0

    package init() {}

    /// How many of the latest texts are nearly this one. Short texts are repeated by people too, and are not counted.
    package func count(_ text: String) -> Int {
        guard let hash = SimHash.hash(text) else { return 0 }
        return hashes.count { ($0 ^ hash).nonzeroBitCount <= Self.distance }
    }

    package mutating func note(_ text: String) {
        guard let hash = SimHash.hash(text) else { return }
        if hashes.count < Self.window { hashes.append(hash) } else { hashes[next] = hash }
        next = (next + 1) % Self.window
    }
}

/// A hash of which few bits change where few words do, and none where digits do: floods number their texts.
package enum SimHash {
    private static let shortest = 24

    /// Nil for a text too short to be told from others.
    package static func hash(_ text: String) -> UInt64? {
        let folded = FoldedText(text, limit: 2_000)
        guard folded.scalars.count >= shortest else { return nil }
        var sums = [Int32](repeating: 0, count: 64)
        func add(_ hash: UInt64) {
            let mixed = (hash ^ hash >> 31) &* 0xD6E8_FEB8_6659_FD93
            let bits = mixed ^ mixed >> 32
            for bit in 0..<64 { sums[bit] += bits >> bit & 1 == 1 ? 1 : -1 }
        }
        var words: [UInt64] = []
        TextFeatures.forEachWord(of: folded) { range in
            words.append(folded.scalars[range].reduce(0x61) { Hashing.step($0, Self.withoutDigits($1)) })
        }
        if words.count >= 4 {
            words.forEach(add)
            for (first, second) in zip(words, words.dropFirst()) {
                add(Hashing.step(first, UInt32(truncatingIfNeeded: second >> 32)))
            }
        } else {
            // Scripts without blanks have few words.
            for start in 0..<folded.scalars.count - 2 {
                add(folded.scalars[start..<start + 3].reduce(0x62) { Hashing.step($0, Self.withoutDigits($1)) })
            }
        }
        return sums.indices.reduce(0) { sums[$1] > 0 ? $0 | 1 << UInt64($1) : $0 }
    }

    private static func withoutDigits(_ scalar: UInt32) -> UInt32 { (0x30...0x39).contains(scalar) ? 0x30 : scalar }

    /// Whether two texts with these hashes are nearly the same.
    package static func isNear(_ one: UInt64, _ other: UInt64) -> Bool {
        (one ^ other).nonzeroBitCount <= Repetition.distance
    }
}
