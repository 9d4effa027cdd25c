/// The latest decisions, as many of spam as of real responses, to be learned again.
struct Memory: Sendable {
    struct Decision: Hashable, Sendable {
        let list: FeatureList
        let isSpam: Bool
    }

    /// Of each kind.
    static let limit = 125
    /// Features of all decisions together: what bounds its size.
    static let featureLimit = 60_000

    private(set) var spam: [FeatureList] = []
    private(set) var real: [FeatureList] = []
    private var features = 0

    var decisions: [Decision] {
        spam.map { Decision(list: $0, isSpam: true) } + real.map { Decision(list: $0, isSpam: false) }
    }

    mutating func keep(_ list: FeatureList, isSpam: Bool) {
        guard list.places.count <= Self.featureLimit / 16 else { return }
        features += list.places.count
        if isSpam { spam.append(list) } else { real.append(list) }
        if spam.count > Self.limit { features -= spam.removeFirst().places.count }
        if real.count > Self.limit { features -= real.removeFirst().places.count }
        while features > Self.featureLimit {
            features -= (spam.count > real.count ? spam.removeFirst() : real.removeFirst()).places.count
        }
    }

    mutating func forget(_ list: FeatureList, wasSpam: Bool) {
        if wasSpam {
            spam.lastIndex { $0.places == list.places }.map { features -= spam.remove(at: $0).places.count }
        } else {
            real.lastIndex { $0.places == list.places }.map { features -= real.remove(at: $0).places.count }
        }
    }

    /// One of them, by a random number.
    func pick(_ random: UInt64) -> Decision? {
        guard !spam.isEmpty || !real.isEmpty else { return nil }
        let index = Int(random % UInt64(spam.count + real.count))
        return index < spam.count
            ? Decision(list: spam[index], isSpam: true) : Decision(list: real[index - spam.count], isSpam: false)
    }
}
