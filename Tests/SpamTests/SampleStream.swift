@testable import Spam

/// Made-up responses: real ones talk of a garden, spam sells something. Which words come is drawn by a fixed sequence.
struct SampleStream {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2_654_435_761 + 1 }

    private static let garden = [
        "roses", "garden", "spring", "thank", "lovely", "soil", "water", "seeds", "grow", "my", "grandmother", "summer",
        "bees", "picture", "remember", "tree", "apples", "winter", "beautiful", "story",
    ]
    private static let shop = [
        "buy", "cheap", "pills", "casino", "bonus", "click", "offer", "free", "money", "win", "loan", "discount",
        "best",
        "price", "now", "online", "visit", "winner", "credit", "deal",
    ]

    mutating func next(isSpam: Bool) -> Evidence { next(isSpam: isSpam, talksAsSpam: isSpam) }

    mutating func next(isSpam: Bool, talksAsSpam: Bool) -> Evidence {
        var words = (0..<12).map { _ in draw(talksAsSpam ? Self.shop : Self.garden) }
        if talksAsSpam { words.append("http://shop\(number() % 9).example/x") }
        var evidence = Evidence(text: words.joined(separator: " "))
        evidence.author = isSpam ? "Best Deals \(number() % 50)" : "Reader \(number() % 50)"
        return evidence
    }

    private mutating func number() -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 40)
    }

    private mutating func draw(_ words: [String]) -> String { words[number() % words.count] }
}

extension LearningFilter {
    /// Taught as many of each kind.
    static func taught(_ count: Int, seed: UInt64 = 1) -> LearningFilter {
        var filter = LearningFilter()
        var stream = SampleStream(seed: seed)
        for index in 0..<count * 2 {
            filter.learn(filter.read(stream.next(isSpam: index % 2 == 0)), isSpam: index % 2 == 0)
        }
        return filter
    }

    func judge(_ evidence: Evidence) -> Verdict { judge(evidence, as: read(evidence)) }
}
