/// Why a response was not taken. What was typed is kept in every case.
package enum ReplyFault: Error, Hashable, Sendable {
    case textMissing
    /// In characters.
    case textTooLong(limit: Int)
    /// Its markup nests too deep.
    case textTooDeep
    case nameMissing
    case nameTooLong(limit: Int)
    case emailMissing
    case emailUnclear
    case urlUnclear
    /// The response that it answers is not shown any more.
    case parentGone
    /// The post takes no responses.
    case closed
    /// Too many came from the visitor's network, or to this post, in a short time.
    case tooMany
    /// It is spam without a doubt: the same as many others, or a program's.
    case discarded
    /// Whom it names as its sender is not logged in any more.
    case loggedOut
    /// Only who logs in may respond.
    case loginNeeded
    /// Only those may respond of whom something was approved.
    case approvalNeeded
    /// The time for changing it has passed, or it was sent by another browser.
    case notYours
}
