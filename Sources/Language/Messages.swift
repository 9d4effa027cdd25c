/// What the site itself says to readers. Every language gives all of it, or it does not compile.
package struct Messages: Sendable {
    package let skipToContent: String
    package let menu: String
    /// Stands before an author’s name.
    package let by: String
    /// Stands before a date.
    package let updated: String
    package let categories: String
    package let tags: String
    /// Stands before the numbers of a post’s parts.
    package let pages: String
    package let newerPosts: String
    package let olderPosts: String
    /// The page’s number and how many there are.
    package let pageOf: @Sendable (String, String) -> String
    /// For those who hear a list of links: the post’s title.
    package let continueReadingTitle: @Sendable (String) -> String
    /// Marks a post that stays on top.
    package let featured: String
    package let noPosts: String
    package let previousPost: String
    package let nextPost: String
    /// The heading over the comments, and the link to them.
    package let responses: Counted
    package let noResponses: String
    package let commentsClosed: String
    package let olderComments: String
    package let newerComments: String
    /// The heading over pingbacks and trackbacks.
    package let pings: String
    /// Marks a comment by the post’s author.
    package let postAuthor: String
    /// The name of whom a comment answers.
    package let inReplyTo: @Sendable (String) -> String
    /// Where a comment carries no name.
    package let anonymous: String
    /// The title of a post with a password.
    package let protectedTitle: @Sendable (String) -> String
    package let protectedText: String
    package let password: String
    package let passwordSubmit: String
    package let passwordWrong: String
    package let notFoundTitle: String
    package let notFoundText: String
    package let goHome: String
    package let errorTitle: String
    package let errorText: String
    /// Stands before the number to name when asking about it.
    package let errorNumber: String
    package let emptyTitle: String
    /// Stands before the command that imports.
    package let emptyText: String
    package let inCategory: @Sendable (String) -> String
    package let inTag: @Sendable (String) -> String
    package let byAuthor: @Sendable (String) -> String
    /// The day, month or year of an archive, in words.
    package let onDay: @Sendable (String) -> String
    /// The search field’s label, and the page’s heading before anything was asked.
    package let search: String
    /// Tells the form on every page from the one on the page of results.
    package let searchSite: String
    package let searchSubmit: String
    /// What was asked.
    package let searchResultsFor: @Sendable (String) -> String
    package let searchResults: Counted
    /// Where a question was too long.
    package let searchCut: String
    /// Where more posts match than can be weighed.
    package let searchCapped: String
    package let previousResults: String
    package let nextResults: String
    /// The name of who wrote the response in which the words were found.
    package let responseBy: @Sendable (String) -> String
    /// The heading over what a reader may have looked for.
    package let suggestions: String
    /// On the button that loads a player.
    package let playHere: String
    /// Beside it; `%` stands for the name of the other site.
    package let playNote: String
    package let originalFile: String
    /// Where the file itself has not moved here.
    package let pictureElsewhere: String
    /// Stands before the title of the post that shows it.
    package let attachedTo: String
    /// The site’s title.
    package let postsFeed: @Sendable (String) -> String
    /// The site’s title.
    package let commentsFeed: @Sendable (String) -> String
    /// The post’s title.
    package let commentsOnFeed: @Sendable (String) -> String
    /// The commenter’s name and the post’s title, in a feed of all comments.
    package let commentOn: @Sendable (String, String) -> String
    /// The commenter’s name, in a feed of one post’s comments.
    package let commentBy: @Sendable (String) -> String
    /// The link to a copy of what an address led to that answers no more; it stands in brackets.
    package let archived: String
    /// Around the form under a post.
    package let reply: ReplyMessages
    package let subscription: SubscriptionMessages
    package let chronicle: ChronicleMessages
    package let sources: SourceMessages
    package let login: LoginMessages
    package let privacy: PrivacyMessages
}
