/// A hash of which few bits change where few words do, and none where digits do: floods number their texts.
package enum SimHash {
    private static let shortest = 24

    /// Nil for a text too short to be told from others.
    package static func hash(_ text: String) -> UInt64? { hash(FoldedText(text)) }

    static func hash(_ text: FoldedText) -> UInt64? {
        guard text.scalars.count >= shortest else { return nil }
        var words: [UInt64] = []
        TextFeatures.forEachWord(of: text) { range in
            words.append(text.scalars[range].reduce(0x61) { Hashing.step($0, Self.withoutDigits($1)) })
        }
        var majority = Majority()
        if words.count >= 4 {
            for word in words { majority.add(mixed(word)) }
            for (first, second) in zip(words, words.dropFirst()) {
                majority.add(mixed(Hashing.step(first, UInt32(truncatingIfNeeded: second >> 32))))
            }
        } else {
            // Scripts without blanks have few words.
            for start in 0..<text.scalars.count - 2 {
                majority.add(
                    mixed(text.scalars[start..<start + 3].reduce(0x62) { Hashing.step($0, Self.withoutDigits($1)) }))
            }
        }
        return majority.bits
    }

    private static func mixed(_ hash: UInt64) -> UInt64 {
        let mixed = (hash ^ hash >> 31) &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }

    /// Of many numbers, the bits that most of them have. Counts lie across: one word for the ones of all 64, one for the twos.
    private struct Majority {
        private var planes: [UInt64] = []
        private var count = 0

        mutating func add(_ bits: UInt64) {
            count += 1
            var carry = bits
            for index in planes.indices where carry != 0 {
                (planes[index], carry) = (planes[index] ^ carry, planes[index] & carry)
            }
            if carry != 0 { planes.append(carry) }
        }

        var bits: UInt64 {
            (0..<64).reduce(0) { bits, bit in
                let ones = planes.indices.reduce(0) { $0 + Int(planes[$1] &>> UInt64(bit) & 1) &<< $1 }
                return ones * 2 > count ? bits | 1 &<< UInt64(bit) : bits
            }
        }
    }

    private static func withoutDigits(_ scalar: UInt32) -> UInt32 { (0x30...0x39).contains(scalar) ? 0x30 : scalar }

    /// Whether two texts with these hashes are nearly the same.
    package static func isNear(_ one: UInt64, _ other: UInt64) -> Bool {
        (one ^ other).nonzeroBitCount <= Repetition.distance
    }
}
