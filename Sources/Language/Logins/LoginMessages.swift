/// What is said to readers who log in.
package struct LoginMessages: Sendable {
    /// Over the icons, where guests are welcome too.
    package let heading: String
    /// Over the icons, where a login is asked for.
    package let headingAlone: String
    /// The name of an icon: that of its provider.
    package let logInWith: @Sendable (String) -> String
    /// The provider’s name.
    package let commentingAs: @Sendable (String) -> String
    package let logOut: String
    package let change: String
    /// Over the fields with which that is changed: the name.
    package let shownAs: @Sendable (String) -> String
    package let yourServer: String
    package let yourSite: String
    package let goOn: String
    /// The provider’s name.
    package let connecting: @Sendable (String) -> String
    package let connectingNote: String
    /// Under a comment’s name, for those who hear or point: who vouches for it.
    package let signedWith: @Sendable (String) -> String
    /// Over the form, where nobody was logged in.
    package let failed: String
    /// Why, and so the next ones.
    package let foreign: String
    package let used: String
    package let late: String
    package let mixedUp: String
    /// The provider’s name, and so the next ones.
    package let denied: @Sendable (String) -> String
    package let unreachable: @Sendable (String) -> String
    package let providerFault: @Sendable (String) -> String
    package let tokenFault: @Sendable (String) -> String
    package let clock: @Sendable (String) -> String
    package let address: String
    package let unknownProvider: String
    /// Why a comment is not posted, and so the next ones.
    package let loggedOut: String
    package let loginNeeded: String
    package let notApproved: String
    /// The button under a post.
    package let like: String
    /// For those who hear what stands there.
    package let likes: String
    /// “One blogger likes this”
    package let bloggersLike: Counted
    package let likeNeedsLogin: String
    /// On the page with one's own data, over icons.
    package let linkOthers: String
    /// The site's title.
    package let mailSubject: @Sendable (String) -> String
    /// The same; the link follows.
    package let mailText: @Sendable (String) -> String
}
