/// What the scores of a filter have meant: those that it gave to responses before it was told what they were.
struct Calibration: Hashable, Sendable {
    /// Of each kind.
    static let limit = 400
    /// Of each kind, before it says more than "hold".
    static let least = 16
    /// Scores between two readings.
    private static let pace: UInt32 = 8

    private(set) var spam: [Float] = []
    private(set) var real: [Float] = []
    /// All that were noted, for the base rate.
    private(set) var spamCount: UInt32 = 0
    private(set) var realCount: UInt32 = 0

    /// How many of the rarer kind there were when the scores were replaced last.
    private(set) var rehearsed: UInt32 = 0
    /// What the scores say, read anew after each few of them.
    private(set) var reading: Reading?

    init() {}

    init(spam: [Float], real: [Float], spamCount: UInt32, realCount: UInt32, rehearsed: UInt32) {
        (self.spam, self.real, self.spamCount, self.realCount) = (spam, real, spamCount, realCount)
        self.rehearsed = rehearsed
        reading = Reading(self)
    }

    var isReady: Bool { spam.count >= Self.least && real.count >= Self.least }

    mutating func note(_ score: Float, isSpam: Bool) {
        if isSpam {
            spam.append(score)
            spamCount += 1
            if spam.count > Self.limit { spam.removeFirst() }
        } else {
            real.append(score)
            realCount += 1
            if real.count > Self.limit { real.removeFirst() }
        }
        if reading == nil || (spamCount + realCount) % Self.pace == 0 { reading = Reading(self) }
    }

    /// Whether scores are to be had that say more than those that were noted: when the rarer kind has become twice as many,
    /// until as many as are remembered.
    var wantsRehearsal: Bool {
        let least = min(spamCount, realCount)
        return least > rehearsed
            && (least == Self.least || least == Self.least * 2 || least == Self.least * 4
                || least == Memory.limit)
    }

    mutating func replace(spam: [Float], real: [Float]) {
        rehearsed = min(spamCount, realCount)
        (self.spam, self.real) = (spam, real)
        reading = Reading(self)
    }

    /// The latest of its kind: which score it had is not known any more, and one of hundreds decides nothing.
    mutating func forget(wasSpam: Bool) {
        if wasSpam, !spam.isEmpty {
            spam.removeLast()
            spamCount -= 1
        } else if !wasSpam, !real.isEmpty {
            real.removeLast()
            realCount -= 1
        }
    }
}
