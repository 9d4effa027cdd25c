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
    package func count(_ evidence: Evidence) -> Int {
        guard let hash = evidence.likeness else { return 0 }
        return hashes.count { SimHash.isNear($0, hash) }
    }

    package mutating func note(_ evidence: Evidence) {
        guard let hash = evidence.likeness else { return }
        if hashes.count < Self.window { hashes.append(hash) } else { hashes[next] = hash }
        next = (next + 1) % Self.window
    }
}
