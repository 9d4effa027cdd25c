import Glibc

/// In how many decisions of each kind each feature occurred.
struct Occurrences: Hashable, Sendable {
    struct Count: Hashable, Sendable {
        var spam: UInt16 = 0
        var real: UInt16 = 0

        init(spam: UInt16 = 0, real: UInt16 = 0) { (self.spam, self.real) = (spam, real) }

        /// Which leans to neither kind.
        init(ofBothKinds all: UInt16) { self.init(spam: all / 2 + all % 2, real: all / 2 + all % 2) }

        var isNone: Bool { spam == 0 && real == 0 }

        mutating func add(_ step: Int, isSpam: Bool) {
            func moved(_ count: UInt16) -> UInt16 { UInt16(clamping: Int(count) + step) }
            if isSpam { spam = moved(spam) } else { real = moved(real) }
        }
    }

    var counts = [Count](repeating: Count(), count: Hashing.size)
    /// Decisions that were counted.
    var spam: UInt32 = 0
    var real: UInt32 = 0

    var decisions: UInt32 { spam + real }

    mutating func count(_ list: FeatureList, isSpam: Bool) {
        for place in list.places { counts[Int(place)].add(1, isSpam: isSpam) }
        if isSpam { spam += 1 } else { real += 1 }
    }

    mutating func takeBack(_ list: FeatureList, wasSpam: Bool) {
        for place in list.places { counts[Int(place)].add(-1, isSpam: wasSpam) }
        if wasSpam { spam -= spam > 0 ? 1 : 0 } else { real -= real > 0 ? 1 : 0 }
    }

    /// What the counts say of features, as long as nothing is counted.
    struct Reading {
        private let all: Float
        private let prior: Float
        private let ofOneMore = LogarithmTable.ofOneMore
        private let ofHalfMore = LogarithmTable.ofHalfMore

        init(_ occurrences: Occurrences) {
            all = log(1 + Float(occurrences.decisions)) + 1
            prior = log((Float(occurrences.real) + 1) / (Float(occurrences.spam) + 1))
        }

        /// How seldom a feature is: 1 where every decision had it.
        @inline(__always)
        func rarity(_ count: Count) -> Float {
            max(all - ofOneMore[Int(count.spam) + Int(count.real)], 0.01)
        }

        /// The log of how many times more often spam has it than real responses; half a one of each kind was seen before
        /// any (Jeffreys, 1946).
        @inline(__always)
        func leaning(_ count: Count) -> Float {
            ofHalfMore[Int(count.spam)] - ofHalfMore[Int(count.real)] + prior
        }
    }

    /// What naive Bayes says of the text, over the root of how many of its features were seen before: those of one text are
    /// far from independent.
    func naiveBayes(_ list: FeatureList) -> Float {
        guard spam > 0, real > 0 else { return 0 }
        let reading = Reading(self)
        var sum: Float = 0
        var seen = 0
        counts.withUnsafeBufferPointer { counts in
            // Words and pieces stand first.
            for place in list.places[..<list.range(of: .pieces).upperBound] {
                let count = counts[Int(place)]
                if count.isNone { continue }
                sum += reading.leaning(count)
                seen += 1
            }
        }
        return seen == 0 ? 0 : sum / Float(seen).squareRoot()
    }
}
