/// What becomes of a response, and why.
package struct Verdict: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case publish, hold, spam
        /// Spam beyond doubt: nobody needs to look at it.
        case discard

        /// Whether nobody is to see it.
        package var isSpam: Bool { self == .spam || self == .discard }
    }

    package let kind: Kind
    /// Of spam, 0 to 1, as often as it has come true.
    package let probability: Double
    /// What moved it most, the strongest first.
    package let reasons: [Reason]
    /// Whether its form alone, without its words and without anything that was taught, speaks for spam.
    package let looksLikeSpam: Bool

    /// Whether it stands on decisions of the filter's owner; else on what is true of spam everywhere.
    package var isTaught: Bool { reasons.first?.topic != .untaught }

    package init(kind: Kind, probability: Double, reasons: [Reason], looksLikeSpam: Bool = false) {
        self.looksLikeSpam = looksLikeSpam
        self.kind = kind
        self.probability = probability
        self.reasons = reasons
    }
}
