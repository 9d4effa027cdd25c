/// What a filter knows of each feature: how much it speaks for spam, and in how many decisions of each kind it occurred.
struct FeatureTable: Sendable {
    /// All that is asked of a feature at once lies together: a text asks for hundreds, all over the table.
    struct Place: Sendable {
        var weight: Float = 0
        /// The sum of its squared gradients.
        var square: Float = 0
        var spam: UInt16 = 0
        var real: UInt16 = 0

        var isUntaught: Bool { square == 0 && isUncounted }

        var isUncounted: Bool { spam | real == 0 }

        mutating func count(_ step: Int, isSpam: Bool) {
            func moved(_ count: UInt16) -> UInt16 { UInt16(clamping: Int(count) + step) }
            if isSpam { spam = moved(spam) } else { real = moved(real) }
        }
    }

    var places = [Place](repeating: Place(), count: Hashing.size)
    /// What the counts say.
    private(set) var counted = CountWeights(spam: 0, real: 0)

    /// Decisions of each kind that were counted.
    var spam: UInt32 { counted.spam }
    var real: UInt32 { counted.real }
    var decisions: UInt32 { spam + real }

    mutating func setDecisions(spam: UInt32, real: UInt32) { counted = CountWeights(spam: spam, real: real) }

    mutating func count(_ list: FeatureList, isSpam: Bool) {
        for place in list.places { places[Int(place)].count(1, isSpam: isSpam) }
        setDecisions(spam: spam + (isSpam ? 1 : 0), real: real + (isSpam ? 0 : 1))
    }

    mutating func takeBack(_ list: FeatureList, wasSpam: Bool) {
        for place in list.places { places[Int(place)].count(-1, isSpam: wasSpam) }
        setDecisions(spam: wasSpam && spam > 0 ? spam - 1 : spam, real: !wasSpam && real > 0 ? real - 1 : real)
    }

    /// Places fetched at once and in order, so that the delays of the memory pass together.
    func withPlaces<Result>(at indices: ArraySlice<UInt32>, _ body: (UnsafeBufferPointer<Place>) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: Place.self, capacity: indices.count) { fetched in
            places.withUnsafeBufferPointer { places in
                indices.withUnsafeBufferPointer { indices in
                    for (number, index) in indices.enumerated() {
                        fetched.initializeElement(at: number, to: places[Int(index)])
                    }
                }
            }
            return body(UnsafeBufferPointer(fetched))
        }
    }

    /// What naive Bayes says of the text, over the root of how many of its features were seen before: those of one text are
    /// far from independent.
    func naiveBayes(_ list: FeatureList) -> Float {
        guard spam > 0, real > 0 else { return 0 }
        var sum: Float = 0
        var seen = 0
        // Words and pieces stand first.
        withPlaces(at: list.places[..<list.range(of: .pieces).upperBound]) { places in
            for place in places {
                sum += place.isUncounted ? 0 : counted.leaning(spam: place.spam, real: place.real)
                seen += place.isUncounted ? 0 : 1
            }
        }
        return seen == 0 ? 0 : sum / Float(seen).squareRoot()
    }
}
