import Glibc

/// What it says of a feature in how many decisions of each kind it occurred, as long as no further one is counted.
struct CountWeights: Sendable {
    /// Decisions of each kind that were counted.
    let spam: UInt32
    let real: UInt32
    private let all: Float
    private let prior: Float
    /// What small counts say, which nearly all are.
    private var weights: [Float] = []
    private var leanings: [Float] = []
    private let ofOneMore = LogarithmTable.ofOneMore
    private let ofHalfMore = LogarithmTable.ofHalfMore

    /// Counts below it are small.
    private static let small: UInt16 = 16

    init(spam: UInt32, real: UInt32) {
        self.spam = spam
        self.real = real
        all = log(1 + Float(spam) + Float(real)) + 1
        prior = log((Float(real) + 1) / (Float(spam) + 1))
        let counts = 0..<Self.small * Self.small
        leanings = counts.map { leans(spam: $0 / Self.small, real: $0 % Self.small) }
        weights = counts.map { weighs(spam: $0 / Self.small, real: $0 % Self.small) }
    }

    /// More the more it leans to one kind (Wang and Manning, 2012), less the more decisions have it: where all have it,
    /// rarity is 1.
    @inline(__always)
    func weight(spam: UInt16, real: UInt16) -> Float {
        spam | real < Self.small ? weights[Int(spam * Self.small + real)] : weighs(spam: spam, real: real)
    }

    private func weighs(spam: UInt16, real: UInt16) -> Float {
        let rarity = max(all - ofOneMore[Int(spam) + Int(real)], 0.01)
        return rarity.squareRoot() * (1 + abs(leans(spam: spam, real: real)))
    }

    /// The log of how many times more often spam has it than real responses; half a one of each kind was seen before any
    /// (Jeffreys, 1946).
    @inline(__always)
    func leaning(spam: UInt16, real: UInt16) -> Float {
        spam | real < Self.small ? leanings[Int(spam * Self.small + real)] : leans(spam: spam, real: real)
    }

    private func leans(spam: UInt16, real: UInt16) -> Float {
        ofHalfMore[Int(spam)] - ofHalfMore[Int(real)] + prior
    }
}
