extension LearningFilter {
    private static let folds = 4
    /// Earlier decisions that are learned again with each, here.
    private static let rehearsedReplays = 2

    /// Scores what it remembers anew, each by a filter that was taught the others alone. The first scores of a filter tell
    /// little of what it says later, and nothing at all where all spam was decided before all that is real.
    mutating func rehearse() {
        let remembered = memory.decisions
        var order = Array(remembered.indices)
        var random: UInt64 = 0x5DEE_CE66
        for index in order.indices.dropFirst().reversed() {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(index, Int(random >> 33) % (index + 1))
        }
        var spam: [Float] = []
        var real: [Float] = []
        for fold in 0..<Self.folds {
            var filter = LearningFilter()
            for index in order where index % Self.folds != fold {
                filter.absorb(
                    remembered[index].list, isSpam: remembered[index].isSpam, replays: Self.rehearsedReplays)
            }
            for index in order where index % Self.folds == fold {
                let score = filter.score(remembered[index].list)
                if remembered[index].isSpam { spam.append(score) } else { real.append(score) }
            }
        }
        calibration.replace(spam: spam, real: real)
    }
}
