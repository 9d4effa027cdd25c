import Glibc

extension Calibration {
    /// From scores to probabilities, and to the edges between verdicts.
    struct Reading: Hashable, Sendable {
        /// The log odds are `slope · score + offset` (Platt, 1999).
        let slope: Float
        let offset: Float
        /// High scores of real responses.
        private let realTail: Tail
        /// Low scores of spam, negated.
        private let spamTail: Tail

        /// Nil while too little is known.
        init?(_ calibration: Calibration) {
            guard calibration.isReady else { return nil }
            (slope, offset) = Self.line(through: calibration)
            realTail = Tail(calibration.real, caution: 2)
            spamTail = Tail(calibration.spam.map { -$0 }, caution: 1)
        }

        func probability(of score: Float) -> Double { sigmoid(Double(slope * score + offset)) }

        /// The scores up to which a response is published, and from which it is spam.
        func edges(_ tolerance: Tolerance) -> Edges {
            let lost = realTail.edge(share: Float(tolerance.realLost))
            let shown = -spamTail.edge(share: Float(tolerance.spamPublished))
            let certain = realTail.edge(share: Float(tolerance.realLost / 10))
            // Where the kinds lie apart, most of the room between them is to hold.
            return lost > shown
                ? Edges(publish: shown, spam: lost, discard: certain)
                : Edges(
                    publish: lost + (shown - lost) * 0.25, spam: lost + (shown - lost) * 0.75,
                    discard: max(certain, shown))
        }

        /// Fitted by Newton's method to both kinds; each weighs as often as it came, though of both only the latest
        /// are kept.
        private static func line(through calibration: Calibration) -> (slope: Float, offset: Float) {
            let all = Double(calibration.spamCount + calibration.realCount)
            let spamWeight = Double(calibration.spamCount) / Double(calibration.spam.count) / all
            let realWeight = Double(calibration.realCount) / Double(calibration.real.count) / all
            let spamTarget = (Double(calibration.spamCount) + 1) / (Double(calibration.spamCount) + 2)
            let realTarget = 1 / (Double(calibration.realCount) + 2)
            var slope = 1.0
            var offset = 0.0
            for _ in 0..<12 {
                var fit = NewtonStep()
                for score in calibration.spam {
                    fit.add(Double(score), target: spamTarget, weight: spamWeight, slope, offset)
                }
                for score in calibration.real {
                    fit.add(Double(score), target: realTarget, weight: realWeight, slope, offset)
                }
                guard let (slopeStep, offsetStep) = fit.step else { break }
                slope = min(max(slope - slopeStep, 0.05), 20)
                offset -= offsetStep
                if abs(slopeStep) < 1e-4, abs(offsetStep) < 1e-4 { break }
            }
            return (Float(slope), Float(offset))
        }
    }

    /// Gradient and curvature of the log loss of a line.
    private struct NewtonStep {
        private var slopeGradient = 0.0
        private var offsetGradient = 0.0
        private var slopeCurve = 1e-6
        private var crossCurve = 0.0
        private var offsetCurve = 1e-6

        mutating func add(_ score: Double, target: Double, weight: Double, _ slope: Double, _ offset: Double) {
            let likely = 1 / (1 + exp(-(slope * score + offset)))
            let error = (likely - target) * weight
            let curve = max(likely * (1 - likely), 1e-9) * weight
            slopeGradient += error * score
            offsetGradient += error
            slopeCurve += curve * score * score
            crossCurve += curve * score
            offsetCurve += curve
        }

        /// At most 1 and 2, so that no fit runs away; nil where there is none.
        var step: (slope: Double, offset: Double)? {
            let determinant = slopeCurve * offsetCurve - crossCurve * crossCurve
            guard determinant > 1e-15 else { return nil }
            let slope = (offsetCurve * slopeGradient - crossCurve * offsetGradient) / determinant
            let offset = (slopeCurve * offsetGradient - crossCurve * slopeGradient) / determinant
            return (min(max(slope, -1), 1), min(max(offset, -2), 2))
        }
    }

    /// The highest tenth of some values, taken for an exponential. Its mean is taken from them and from the spread of all
    /// values, which is known better as long as they are few.
    private struct Tail: Hashable, Sendable {
        private let begin: Float
        private let excess: Float
        private let part: Float

        /// What the highest tenth of a logistic distribution lies above its beginning on the mean, in standard deviations.
        private static let excessOfLogistic: Float = 0.58
        /// For as many values of the highest tenth the spread counts.
        private static let weightOfSpread: Float = 24

        /// - Parameter caution: by how many times its uncertainty the mean is taken too high.
        init(_ values: [Float], caution: Float) {
            let sorted = values.sorted()
            let count = max(8, sorted.count / 10)
            let begin = sorted[sorted.count - count]
            let mean = sorted.reduce(0, +) / Float(sorted.count)
            let spread = (sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(sorted.count)).squareRoot()
            let above = sorted.suffix(count).reduce(0) { $0 + $1 - begin }
            let known = Float(count) + Self.weightOfSpread
            // The mean of few is uncertain by its own size over the root of their number.
            self.begin = begin
            excess =
                (above + Self.weightOfSpread * Self.excessOfLogistic * spread) / (known - 1)
                * (1 + caution / known.squareRoot())
            part = Float(count) / Float(sorted.count)
        }

        /// The value that this share of values lies above.
        func edge(share: Float) -> Float { share >= part ? begin : begin + excess * log(part / max(share, 1e-9)) }
    }
}

/// Scores between which a response is held.
struct Edges: Hashable, Sendable {
    let publish: Float
    let spam: Float
    let discard: Float
}
