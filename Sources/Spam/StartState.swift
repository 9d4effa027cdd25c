/// What a filter believes before anybody taught it: nothing of words, and of signs what is true of spam elsewhere.
enum StartState {
    /// The log of the odds, by the signs alone.
    static func score(_ list: FeatureList) -> Float {
        zip(list.signs, signWeights).reduce(bias) { $0 + $1.0 * $1.1 }
    }

    /// -0.5 was trained; a new filter is to be slower to suspect somebody.
    static let bias: Float = -1.5

    static let signWeights: [Float] = Sign.allCases.map { sign in
        switch sign {
        // Trained on sets from elsewhere: thaw spam train-start prints these.
        case .links: 2.1
        case .beginsWithLink: 0.2
        case .mostlyLinks: 2.7
        case .shouting: 0.5
        case .exclaiming: 1.8
        case .digits: 0.7
        case .longNumber: 1.6
        case .disguised: 1.7
        // Chosen: no set shows them, or not often enough.
        case .akismetSpam: 4
        case .repeated: 3
        case .trap: 2.5
        case .knownSpamHost, .knownSpamNetwork, .knownSpamAddress, .knownSpamName: 2
        case .mixedScripts, .hidden: 1.5
        case .foreignScript, .foreignLanguage, .hurry: 1
        case .noAgent, .oddHead, .burst: 0.5
        // What says other things on each site.
        case .naiveBayes, .spamHour, .realHour, .website, .address, .symbols, .length, .brevity, .lines, .stretched: 0
        case .knownGoodHost, .knownGoodNetwork, .unhurried, .akismetReal: -0.5
        case .likePost: -1
        case .approvedBefore: -3
        }
    }
}
