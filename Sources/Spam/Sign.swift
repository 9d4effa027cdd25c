/// What can be measured about a response besides its words. Each has a weight of its own in a filter.
package enum Sign: UInt8, CaseIterable, Hashable, Sendable {
    case links
    case beginsWithLink
    case mostlyLinks
    case website
    case address
    case shouting
    case exclaiming
    case digits
    case longNumber
    case symbols
    case length
    case brevity
    case lines
    case mixedScripts
    case hidden
    case disguised
    case stretched
    case foreignScript
    case foreignLanguage
    case likePost
    case knownSpamHost
    case knownGoodHost
    case knownSpamNetwork
    case knownGoodNetwork
    case knownSpamAddress
    case knownSpamName
    case spamHour
    case realHour
    case repeated
    case trap
    case hurry
    case unhurried
    case noAgent
    case oddHead
    case burst
    case approvedBefore
    case akismetSpam
    case akismetReal
    case naiveBayes

    /// Not where it says nothing to a person, or is told with the words.
    var isTold: Bool {
        switch self {
        case .length, .brevity, .naiveBayes: false
        default: true
        }
    }
}
