/// How often something was spam and how often real, for a bounded number of things: hosts, networks, mail addresses, names,
/// hours. Which was met longest ago is forgotten first.
struct Tally: Hashable, Sendable {
    struct Key: Hashable, Sendable {
        enum Kind: UInt8, Sendable { case host, network, address, name, hour }
        let kind: Kind
        let hash: UInt32

        init(_ kind: Kind, hash: UInt32) {
            self.kind = kind
            self.hash = hash
        }

        init(_ kind: Kind, of text: String) {
            self.init(
                kind, hash: UInt32(truncatingIfNeeded: Hashing.hash(text, seed: UInt64(kind.rawValue) + 11) >> 32))
        }
    }

    struct Count: Hashable, Sendable {
        var spam: UInt16 = 0
        var real: UInt16 = 0
        /// The number of the decision that met it last.
        var met: UInt32 = 0
    }

    static let limit = 4_096

    private(set) var counts: [Key: Count] = [:]
    private var decisions: UInt32 = 0

    init() {}

    init(_ counts: [Key: Count]) {
        self.counts = counts
        decisions = counts.values.map(\.met).max() ?? 0
    }

    subscript(key: Key) -> Count { counts[key] ?? Count() }

    mutating func count(_ keys: [Key], isSpam: Bool) {
        decisions += 1
        for key in Set(keys) {
            var count = self[key]
            if isSpam { count.spam = min(count.spam + 1, .max - 1) } else { count.real = min(count.real + 1, .max - 1) }
            count.met = decisions
            counts[key] = count
        }
        if counts.count > Self.limit { forgetOldest() }
    }

    mutating func takeBack(_ keys: [Key], wasSpam: Bool) {
        for key in Set(keys) {
            guard var count = counts[key] else { continue }
            if wasSpam { count.spam -= count.spam > 0 ? 1 : 0 } else { count.real -= count.real > 0 ? 1 : 0 }
            counts[key] = count.spam == 0 && count.real == 0 ? nil : count
        }
    }

    private mutating func forgetOldest() {
        let met = counts.values.map(\.met).sorted()
        let edge = met[met.count / 4]
        counts = counts.filter { $0.value.met > edge }
    }
}
