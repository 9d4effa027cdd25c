import Model
import Synchronization

/// Keys and documents of providers, for an hour, so that a login does not ask for them each time.
final class ProviderMemory: Sendable {
    private struct Kept<Value: Sendable>: Sendable {
        let value: Value
        let since: Instant
    }

    private struct State {
        var keys: [String: Kept<JSONValue>] = [:]
        var providers: [IdentityProvider: Kept<IdentityProvider>] = [:]
        var askedAgain: [String: Instant] = [:]
    }

    private let state = Mutex(State())
    private static let seconds: Int64 = 3600
    /// Between two questions for keys that a token names and the set has not.
    private static let pause: Int64 = 60

    func keySet(at url: String, now: Instant) -> JSONValue? {
        state.withLock { Self.value($0.keys[url], now: now) }
    }

    func keep(_ keys: JSONValue, at url: String, now: Instant) {
        state.withLock { $0.keys[url] = Kept(value: keys, since: now) }
    }

    func provider(_ provider: IdentityProvider, now: Instant) -> IdentityProvider? {
        state.withLock { Self.value($0.providers[provider], now: now) }
    }

    func keep(_ complete: IdentityProvider, for provider: IdentityProvider, now: Instant) {
        state.withLock { $0.providers[provider] = Kept(value: complete, since: now) }
    }

    func mayAskAgain(_ url: String, now: Instant) -> Bool {
        state.withLock { state in
            if let last = state.askedAgain[url], now < last.adding(seconds: Self.pause) { return false }
            state.askedAgain[url] = now
            return true
        }
    }

    private static func value<Value>(_ kept: Kept<Value>?, now: Instant) -> Value? {
        guard let kept, now < kept.since.adding(seconds: seconds) else { return nil }
        return kept.value
    }
}
