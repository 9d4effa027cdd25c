/// What a filter believes before anybody taught it: nothing of words, and of signs what is true of spam everywhere. Chosen
/// small, so that a few lessons outweigh it; docs/spam.md tells how it was compared.
enum StartState {
    /// The log of the odds, by the signs alone.
    static func score(_ list: FeatureList) -> Float {
        zip(list.signs, signWeights).reduce(bias) { $0 + $1.0 * $1.1 }
    }

    static let bias: Float = -1.0

    static let signWeights: [Float] = Sign.allCases.map { sign in
        switch sign {
        case .repeated: 3
        case .trap: 2.5
        case .links, .knownSpamHost, .knownSpamNetwork, .knownSpamAddress, .knownSpamName: 2
        case .mixedScripts, .hidden, .disguised: 1.5
        case .mostlyLinks, .shouting, .foreignScript, .hurry: 1
        case .beginsWithLink, .exclaiming, .digits, .longNumber, .noAgent, .oddHead, .burst: 0.5
        case .spamHour, .realHour, .website, .address, .symbols, .length, .brevity, .lines, .stretched: 0
        case .knownGoodHost, .knownGoodNetwork, .unhurried: -0.5
        case .likePost: -1
        case .approvedBefore: -3
        case .akismetSpam: 4
        case .akismetReal: -0.5
        }
    }
}
