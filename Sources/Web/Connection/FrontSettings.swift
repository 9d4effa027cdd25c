package import Model
package import Pages

/// What the front of the server knows of the site.
package struct FrontSettings: Sendable {
    /// Names under which the site answers, lower case, without port; empty: any. Others get 421.
    package var hosts: Set<String>
    /// Names of query parameters that enter a page's key.
    package var knownParameters: Set<String>
    /// A request with a cookie whose name begins with one of these is not answered from the store.
    package var personalCookiePrefixes: [String]
    /// A request with a cookie whose name begins with one of these is answered with another page of the same address.
    package var variants: [String: String]
    /// Names of the cookie of who is logged in begin with one of these.
    package var readerCookiePrefixes: [String]
    /// Who a cookie's value stands for, as the page store's generation knows it; nil where the routes have to look.
    package var face: (@Sendable (_ token: String, _ generation: Int) -> ReaderFace?)?
    package var limits: ConnectionLimits
    package var now: @Sendable () -> Instant
    /// Called on the event loop for each answer that the routes never see: hits, and refusals such as 408 and 421.
    package var onAnswer: (@Sendable (FrontAnswer) -> Void)?

    package init(
        hosts: Set<String> = [],
        knownParameters: Set<String>,
        personalCookiePrefixes: [String] = [],
        variants: [String: String] = [:],
        readerCookiePrefixes: [String] = [],
        face: (@Sendable (_ token: String, _ generation: Int) -> ReaderFace?)? = nil,
        limits: ConnectionLimits = ConnectionLimits(),
        now: @escaping @Sendable () -> Instant,
        onAnswer: (@Sendable (FrontAnswer) -> Void)? = nil
    ) {
        self.hosts = hosts
        self.knownParameters = knownParameters
        self.personalCookiePrefixes = personalCookiePrefixes
        self.variants = variants
        self.readerCookiePrefixes = readerCookiePrefixes
        self.face = face
        self.limits = limits
        self.now = now
        self.onAnswer = onAnswer
    }
}

/// An answer given before the routes, for the log and the counters.
package struct FrontAnswer: Sendable {
    package var status: Int
    /// The page's address; nil when the request was not understood that far.
    package let target: String?
    package let isHead: Bool
    /// Bytes after the head.
    package var bodyBytes: Int
    package var coding: ContentCoding
    /// The post that somebody reads with it.
    package var viewed: Post.ID? = nil
}
