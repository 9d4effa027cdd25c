/// What both ends of Akismet's protocol say in the same words.
package enum AkismetProtocol {
    /// The whole answer to a submission.
    package static let thanks = "Thanks for making the web a better place."
    /// Where Akismet says later what it thinks: the path that the plugin of WordPress has.
    package static let callback = "/wp-json/akismet/v1/webhook"
}
