/// How well scores tell spam from real responses. Empty kinds give nil.
package struct Performance: Hashable, Sendable {
    private let spam: [Double]
    private let real: [Double]

    package init(_ judged: some Sequence<(probability: Double, isSpam: Bool)>) {
        var spam: [Double] = []
        var real: [Double] = []
        for (probability, isSpam) in judged {
            if isSpam { spam.append(probability) } else { real.append(probability) }
        }
        self.spam = spam.sorted(by: >)
        self.real = real.sorted(by: >)
    }

    /// The chance that a spam scores above a real response; ties count half.
    package var area: Double? {
        guard !spam.isEmpty, !real.isEmpty else { return nil }
        let rising = real.reversed() as [Double]
        var sum = 0.0
        var below = 0
        var same = 0
        for score in spam.reversed() {
            while below < rising.count, rising[below] < score { below += 1 }
            same = max(same, below)
            while same < rising.count, rising[same] <= score { same += 1 }
            sum += Double(below) + Double(same - below) / 2
        }
        return sum / (Double(spam.count) * Double(real.count))
    }

    /// The mean, over all spam, of the share of spam among what scores at least as high.
    package var averagePrecision: Double? {
        guard !spam.isEmpty else { return nil }
        var sum = 0.0
        var found = 0
        var above = 0
        while found < spam.count {
            var end = found
            while end < spam.count, spam[end] == spam[found] { end += 1 }
            while above < real.count, real[above] >= spam[found] { above += 1 }
            sum += Double(end - found) * Double(end) / Double(end + above)
            found = end
        }
        return sum / Double(spam.count)
    }

    /// The share of spam found where at most this share of real responses is taken for spam.
    package func recall(falsePositives share: Double) -> Double? {
        guard !spam.isEmpty, !real.isEmpty else { return nil }
        let allowed = Int(share * Double(real.count))
        let edge = allowed < real.count ? real[allowed] : -Double.infinity
        return Double(spam.count { $0 > edge }) / Double(spam.count)
    }

    /// The mean distance between what was said to be likely and what came, over ten equal steps of probability, each by
    /// how many fell into it.
    package var calibrationError: Double? {
        let all = spam.count + real.count
        guard all > 0 else { return nil }
        var sums = [(said: Double, came: Double)](repeating: (0, 0), count: 10)
        func step(_ probability: Double) -> Int { min(max(Int(probability * 10), 0), 9) }
        for probability in spam {
            sums[step(probability)].said += probability
            sums[step(probability)].came += 1
        }
        for probability in real { sums[step(probability)].said += probability }
        return sums.reduce(0) { $0 + abs($1.said - $1.came) } / Double(all)
    }
}
