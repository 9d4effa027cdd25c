/// Counts events by key, each key from its first event on for ten minutes, or another time.
package struct RateWindow<Key: Hashable & Sendable>: Sendable {
    private var counts: [Key: (events: Int, since: Instant)] = [:]

    private let seconds: Int64
    /// Keys that are remembered; a megabyte or so. Who has more addresses than that is not held up by counting them.
    private static var most: Int { 10_000 }

    /// - Parameter seconds: how long what was counted counts.
    package init(seconds: Int64 = 600) { self.seconds = seconds }

    package func count(_ key: Key, now: Instant) -> Int {
        guard let known = counts[key], isCurrent(known.since, now) else { return 0 }
        return known.events
    }

    package mutating func add(_ key: Key, now: Instant) {
        if let known = counts[key], isCurrent(known.since, now) {
            counts[key]?.events += 1
            return
        }
        if counts.count >= Self.most {
            counts = counts.filter { isCurrent($0.value.since, now) }
            if counts.count >= Self.most { counts.removeAll() }
        }
        counts[key] = (1, now)
    }

    /// Counts one more event of each key, where all of them have room for it.
    package mutating func take(_ keys: [Key], limit: Int, now: Instant) -> Bool {
        guard keys.allSatisfy({ count($0, now: now) < limit }) else { return false }
        for key in keys { add(key, now: now) }
        return true
    }

    private func isCurrent(_ since: Instant, _ now: Instant) -> Bool { now < since.adding(seconds: seconds) }
}
