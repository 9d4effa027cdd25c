import Conversation
import Model

/// Who asks for a page, when, and with what in hand.
struct Visit: Sendable {
    var reader = Reader.anonymous
    var now: Instant
    /// A response that is typed, and not taken yet.
    var draft: ReplyDraft?
    /// Whether the form tells so.
    var passwordWasWrong = false

    init(now: Instant) { self.now = now }

    init(_ reader: Reader, now: Instant) {
        self.reader = reader
        self.now = now
    }
}
