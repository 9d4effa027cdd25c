/// Random texts that are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Up to `most` pieces of `alphabet`.
    mutating func text(of alphabet: [String], most: Int) -> String {
        (0..<Int.random(in: 0...most, using: &self)).map { _ in alphabet.randomElement(using: &self) ?? "" }.joined()
    }
}
