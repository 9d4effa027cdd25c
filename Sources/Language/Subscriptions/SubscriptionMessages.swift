/// What is said to who follows the site by mail.
package struct SubscriptionMessages: Sendable {
    /// The tick boxes of the form under a post.
    package let notifyComments: String
    package let notifyPosts: String
    /// The same, of the page on which an address is given, and what is said under it.
    package let notifyToday: String
    package let todayNote: String
    package let nothingChosen: String
    /// The page on which an address is given, and the link to it.
    package let heading: String
    /// The site's title.
    package let introduction: @Sendable (String) -> String
    package let submit: String
    /// What happens next, whoever asked.
    package let checkMail: String
    package let confirmHeading: String
    /// The site's title; a list follows.
    package let confirmAsk: @Sendable (String) -> String
    /// What is followed, as an item of a list.
    package let newPosts: String
    package let today: String
    /// The same; the post's title.
    package let commentsOn: @Sendable (String) -> String
    package let everything: String
    package let confirm: String
    package let confirmed: String
    /// The site's title; a list follows.
    package let confirmMail: @Sendable (String) -> String
    package let confirmMailNote: String
    package let manageHeading: String
    package let pace: String
    package let instantly: String
    package let daily: String
    package let weekly: String
    package let saved: String
    package let endAll: String
    package let end: String
    /// What is ended.
    package let endAsk: @Sendable (String) -> String
    package let ended: String
    package let unknown: String
    /// A post's title.
    package let newPost: @Sendable (String) -> String
    /// The site's title.
    package let digest: @Sendable (String) -> String
    package let readOn: String
    /// How many more there are.
    package let more: @Sendable (String) -> String
    /// The site's title.
    package let why: @Sendable (String) -> String
    package let change: String
}
