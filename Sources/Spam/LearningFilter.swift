/// Tells spam from real responses by what its owner decided before: a logistic regression that learns from one decision
/// at a time. Of fixed size, the same bytes after the same decisions.
///
/// Steps are AdaGrad's (Duchi, Hazan and Singer, 2011). After each decision some earlier ones are learned again, so that few
/// decisions count for as much as they can.
package struct LearningFilter: Sendable {
    var weights: [Float]
    /// Sums of squared gradients.
    var squares: [Float]
    var occurrences = Occurrences()
    var signWeights: [Float]
    var signSquares: [Float]
    var bias: Float
    var biasSquare: Float
    var memory = Memory()
    var calibration = Calibration()
    var tally = Tally()

    /// A filter that nobody taught.
    package init() {
        weights = [Float](repeating: 0, count: Hashing.size)
        squares = [Float](repeating: 0, count: Hashing.size)
        signWeights = StartState.signWeights
        signSquares = [Float](repeating: 0.1, count: Sign.allCases.count)
        bias = StartState.bias
        biasSquare = 0.1
    }

    /// How fast it learns, and by how much each group of features counts; docs/spam-filter.md has what was compared.
    private static let rate: Float = 0.5
    private static let signRate: Float = 0.2
    private static let firstSquare: Float = 0.02
    static let groupScales: [Float] = [1, 1, 0.5, 0.5]
    /// Earlier decisions that are learned again with each new one.
    private static let replays = 16

    /// Whether it has been told enough of both kinds to decide anything.
    package var isTaught: Bool { calibration.isReady }

    /// How many decisions of each kind it knows.
    package var lessons: (spam: Int, real: Int) { (Int(calibration.spamCount), Int(calibration.realCount)) }

    /// Decisions of each kind before it decides anything.
    package static var least: Int { Calibration.least }

    /// A response as this filter reads it, to learn it later.
    package func read(_ evidence: Evidence) -> FeatureList {
        var list = FeatureList(evidence, tally: tally)
        list[.naiveBayes] = occurrences.naiveBayes(list) / 5
        return list
    }

    /// The log of the odds that it is spam, not calibrated.
    func score(_ list: FeatureList) -> Float { Weighing(list, self).score(list, self) }

    // MARK: Learning

    /// - Parameter list: as this filter read it when it was judged, or now.
    package mutating func learn(_ list: FeatureList, isSpam: Bool) {
        calibration.note(score(list), isSpam: isSpam)
        absorb(list, isSpam: isSpam, replays: Self.replays)
        if calibration.wantsRehearsal { rehearse() }
    }

    /// Learns without noting what it would have said.
    mutating func absorb(_ list: FeatureList, isSpam: Bool, replays: Int) {
        occurrences.count(list, isSpam: isSpam)
        tally.count(list.tallied, isSpam: isSpam)
        step(list, isSpam: isSpam)
        memory.keep(list, isSpam: isSpam)
        var random = UInt64(occurrences.decisions) &* 0x9E37_79B9_7F4A_7C15
        for _ in 0..<replays {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            guard let earlier = memory.pick(random >> 33) else { break }
            step(earlier.list, isSpam: earlier.isSpam)
        }
    }

    /// Takes a decision back: it is no longer remembered or counted, and the filter is led away from it until it has no
    /// opinion of that response.
    package mutating func unlearn(_ list: FeatureList, wasSpam: Bool) {
        occurrences.takeBack(list, wasSpam: wasSpam)
        tally.takeBack(list.tallied, wasSpam: wasSpam)
        memory.forget(list, wasSpam: wasSpam)
        calibration.forget(wasSpam: wasSpam)
        for _ in 0..<16 where (score(list) > 0) == wasSpam { step(list, isSpam: !wasSpam) }
    }

    private mutating func step(_ list: FeatureList, isSpam: Bool) {
        let weighing = Weighing(list, self)
        let error = sigmoid(weighing.score(list, self)) - (isSpam ? 1 : 0)
        if abs(error) < 0.001 { return }
        weights.withUnsafeMutableBufferPointer { weights in
            squares.withUnsafeMutableBufferPointer { squares in
                for group in FeatureList.Group.allCases {
                    let scale = weighing.scales[group.rawValue]
                    for index in list.range(of: group) {
                        let place = Int(list.places[index])
                        let gradient = error * weighing.values[index] * scale
                        squares[place] += gradient * gradient
                        weights[place] -= Self.rate * gradient / (Self.firstSquare + squares[place]).squareRoot()
                    }
                }
            }
        }
        for index in list.signs.indices where list.signs[index] != 0 {
            let gradient = error * list.signs[index]
            signSquares[index] += gradient * gradient
            signWeights[index] -= Self.signRate * gradient / signSquares[index].squareRoot()
        }
        biasSquare += error * error
        bias -= Self.signRate * error / biasSquare.squareRoot()
    }
}
