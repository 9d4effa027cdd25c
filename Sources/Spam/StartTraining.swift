import Glibc

/// Finds out what the signs of a text say of spam everywhere: the beginning of `StartState`.
package struct StartTraining: Sendable {
    /// Rows of each kind and set: no set and no kind outweighs another.
    private static let most = 150
    private static let rounds = 3_000
    private static let rate = 0.5
    /// Pulls weights towards nothing.
    private static let penalty = 0.001

    private var rows: [(signs: [Float], isSpam: Bool)] = []

    package init() {}

    /// One set of labelled responses; of each kind the first are taken.
    package mutating func add(_ set: [(evidence: Evidence, isSpam: Bool)]) {
        for isSpam in [true, false] {
            for row in set.lazy.filter({ $0.isSpam == isSpam }).prefix(Self.most) {
                rows.append((FeatureList(row.evidence, tally: Tally()).signs, isSpam))
            }
        }
    }

    /// Signs of a text that say the same on every site. What a form asks for differs from one to the next, and so does how
    /// long people write.
    private static let signs: [Sign] = [
        .links, .beginsWithLink, .mostlyLinks, .shouting, .exclaiming, .digits, .longNumber, .mixedScripts, .hidden,
        .disguised,
    ]

    /// A logistic regression by descent along the whole gradient: the same rows give the same weights.
    package func weights() -> (bias: Double, signs: [(sign: Sign, weight: Double)]) {
        let table = rows.map { row in Self.signs.map { Double(row.signs[Int($0.rawValue)]) } }
        var weights = [Double](repeating: 0, count: Self.signs.count)
        var bias = 0.0
        for _ in 0..<Self.rounds {
            var gradient = weights.map { $0 * Self.penalty }
            var biasGradient = 0.0
            for (values, row) in zip(table, rows) {
                let score = zip(values, weights).reduce(bias) { $0 + $1.0 * $1.1 }
                let error = (sigmoid(score) - (row.isSpam ? 1 : 0)) / Double(rows.count)
                for index in values.indices { gradient[index] += error * values[index] }
                biasGradient += error
            }
            for index in weights.indices { weights[index] -= Self.rate * gradient[index] }
            bias -= Self.rate * biasGradient
        }
        return (bias, zip(Self.signs, weights).map { (sign: $0, weight: $1) })
    }
}
