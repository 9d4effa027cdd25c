/// What stands around the form under a post.
package struct ReplyMessages: Sendable {
    package let leaveReply: String
    /// The name of whom it answers.
    package let leaveReplyTo: @Sendable (String) -> String
    package let cancelReply: String
    /// The link under a response.
    package let reply: String
    /// For those who hear that link: the name of whom it answers.
    package let replyTo: @Sendable (String) -> String
    package let emailNote: String
    package let markupNote: String
    package let comment: String
    package let name: String
    package let email: String
    package let website: String
    /// Behind the label of a field that may stay empty.
    package let optional: String
    package let remember: String
    package let post: String
    /// The button, and the heading over what it shows.
    package let preview: String
    package let awaitingModeration: String
    package let edit: String
    package let editHeading: String
    package let save: String
    package let delete: String
    /// The label of a field for programs alone.
    package let trap: String
    /// Over the form, where something is wrong with what it holds.
    package let notPosted: String
    package let textMissing: String
    /// The number of characters that are allowed.
    package let textTooLong: @Sendable (String) -> String
    package let textTooDeep: String
    package let nameMissing: String
    /// The number of characters that are allowed.
    package let nameTooLong: @Sendable (String) -> String
    package let emailMissing: String
    package let emailUnclear: String
    package let urlUnclear: String
    package let parentGone: String
    package let tooMany: String
    package let discarded: String
    package let notYours: String
}
