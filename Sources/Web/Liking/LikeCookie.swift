/// The cookie of a browser that likes a post without an account: for the path of that post alone, so that it says nothing
/// anywhere else. It is set when somebody clicks the button.
enum LikeCookie {
    static let cookie = SiteCookie("thaw-liked")
    static let seconds = 365 * 24 * 3600
    /// What tells the page of who likes it from everybody's, in the store.
    static let variant = "liked"
}
