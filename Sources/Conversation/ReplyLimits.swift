/// What a visitor may send, and how much of it.
package struct ReplyLimits: Hashable, Sendable {
    /// Characters (Unicode scalars) of one response.
    package var textLength: Int
    /// Responses from one /24 or /48 in ten minutes.
    package var perNetwork: Int
    /// Responses under one post in ten minutes.
    package var perThread: Int

    package init(textLength: Int = 65_525, perNetwork: Int = 20, perThread: Int = 300) {
        self.textLength = textLength
        self.perNetwork = perNetwork
        self.perThread = perThread
    }

    /// As in WordPress, whose exports have to take them.
    static let nameLength = 245
    static let urlBytes = 200
}
