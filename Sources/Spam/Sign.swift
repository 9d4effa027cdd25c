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
    case approvedBefore
    case akismetSpam
    case akismetReal
}
