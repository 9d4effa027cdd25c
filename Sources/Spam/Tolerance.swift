/// What the two kinds of mistakes may cost.
package struct Tolerance: Hashable, Sendable {
    /// Of all real responses, the share that may go to spam unseen.
    package var realLost: Double
    /// Of all spam, the share that may be published.
    package var spamPublished: Double

    package init(realLost: Double = 0.001, spamPublished: Double = 0.02) {
        self.realLost = realLost
        self.spamPublished = spamPublished
    }
}
