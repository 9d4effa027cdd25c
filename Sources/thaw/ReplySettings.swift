import Configuration
import Conversation

extension ReplyLimits {
    /// `comments.text-length`: characters (Unicode scalars) of one response. Default 65525, as in WordPress.
    /// `comments.per-network`: responses from one /24 or /48 in ten minutes. Default 20.
    /// `comments.per-thread`: responses under one post in ten minutes. Default 300.
    static let keys = ["comments.text-length", "comments.per-network", "comments.per-thread"]

    init(_ source: SettingsSource) throws {
        self.init(
            textLength: try source.int("comments.text-length", in: 1...1_000_000) ?? 65_525,
            perNetwork: try source.int("comments.per-network", in: 1...1_000_000_000) ?? 20,
            perThread: try source.int("comments.per-thread", in: 1...1_000_000_000) ?? 300)
    }
}
