/// Tells spam from real responses by what its owner decided before: a logistic regression that learns from one decision
/// at a time. Of fixed size, the same bytes after the same decisions.
///
/// Steps are AdaGrad's (Duchi, Hazan and Singer, 2011). After each decision some earlier ones are learned again, so that few
/// decisions count for as much as they can.
package struct LearningFilter: Sendable {
    var table = FeatureTable()
    var signWeights: [Float]
    var signSquares: [Float]
    var bias: Float
    var biasSquare: Float
    var memory = Memory()
    var calibration = Calibration()
    var tally = Tally()

    /// A filter that nobody taught.
    package init() {
        signWeights = StartState.signWeights
        signSquares = [Float](repeating: 0.1, count: Sign.allCases.count)
        bias = StartState.bias
        biasSquare = 0.1
    }

    /// How fast it learns; docs/spam-filter.md has what was compared.
    private static let rate: Float = 0.5
    private static let signRate: Float = 0.2
    private static let firstSquare: Float = 0.02
    /// Earlier decisions that are learned again with each new one.
    private static let replays = 10

    /// Whether it has been told enough of both kinds to decide anything.
    package var isTaught: Bool { calibration.isReady }

    /// How many decisions of each kind it knows.
    package var lessons: (spam: Int, real: Int) { (Int(calibration.spamCount), Int(calibration.realCount)) }

    /// Decisions of each kind before it decides anything.
    package static var least: Int { Calibration.least }

    /// A response as this filter reads it, to learn it later.
    package func read(_ evidence: Evidence) -> FeatureList {
        var list = FeatureList(evidence, tally: tally)
        list[.naiveBayes] = table.naiveBayes(list) / 5
        return list
    }

    /// The log of the odds that it is spam, not calibrated.
    func score(_ list: FeatureList) -> Float { score(list, Weighing(list, table)) }

    func score(_ list: FeatureList, _ weighing: Weighing) -> Float {
        var score = bias + weighing.sums.sum()
        for index in list.signs.indices { score += list.signs[index] * signWeights[index] }
        return score
    }

    // MARK: Learning

    /// - Parameter list: as this filter read it when it was judged, or now.
    package mutating func learn(_ list: FeatureList, isSpam: Bool) {
        calibration.note(score(list), isSpam: isSpam)
        absorb(list, isSpam: isSpam, replays: Self.replays)
        if calibration.wantsRehearsal { rehearse() }
    }

    /// Learns without noting what it would have said.
    mutating func absorb(_ list: FeatureList, isSpam: Bool, replays: Int) {
        table.count(list, isSpam: isSpam)
        tally.count(list.tallied, isSpam: isSpam)
        step(list, isSpam: isSpam)
        memory.keep(list, isSpam: isSpam)
        var random = UInt64(table.decisions) &* 0x9E37_79B9_7F4A_7C15
        for _ in 0..<replays {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            guard let earlier = memory.pick(random >> 33) else { break }
            step(earlier.list, isSpam: earlier.isSpam)
        }
    }

    /// Takes a decision back: it is no longer remembered or counted, and the filter is led away from it until it has no
    /// opinion of that response.
    package mutating func unlearn(_ list: FeatureList, wasSpam: Bool) {
        table.takeBack(list, wasSpam: wasSpam)
        tally.takeBack(list.tallied, wasSpam: wasSpam)
        memory.forget(list, wasSpam: wasSpam)
        calibration.forget(wasSpam: wasSpam)
        for _ in 0..<16 where (score(list) > 0) == wasSpam { step(list, isSpam: !wasSpam) }
    }

    private mutating func step(_ list: FeatureList, isSpam: Bool) {
        let weighing = Weighing(list, table)
        let error = sigmoid(score(list, weighing)) - (isSpam ? 1 : 0)
        if abs(error) < 0.001 { return }
        table.places.withUnsafeMutableBufferPointer { places in
            for group in FeatureList.Group.allCases {
                let scale = error * weighing.scales[group.rawValue]
                for index in list.range(of: group) {
                    let gradient = scale * weighing.values[index]
                    let place = Int(list.places[index])
                    places[place].square += gradient * gradient
                    places[place].weight -=
                        Self.rate * gradient / (Self.firstSquare + places[place].square).squareRoot()
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
