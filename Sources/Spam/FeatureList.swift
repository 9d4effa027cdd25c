/// A response as numbers: features in groups, each a place in the filter's table and how often it occurs; the measured
/// signs; and under which keys host, network and address are counted. Nothing of it can be read back into words.
package struct FeatureList: Hashable, Sendable {
    enum Group: Int, CaseIterable, Sendable { case words, pieces, author, links }

    /// All groups after each other, each in order and without repetitions.
    var places: [UInt32] = []
    /// How often each occurs, at most 255.
    var counts: [UInt8] = []
    /// Where each group ends.
    var ends = [Int](repeating: 0, count: Group.allCases.count)
    /// By `Sign.rawValue`.
    var signs = [Float](repeating: 0, count: Sign.allCases.count)
    var tallied: [Tally.Key] = []

    subscript(sign: Sign) -> Float {
        get { signs[Int(sign.rawValue)] }
        set { signs[Int(sign.rawValue)] = newValue }
    }

    func range(of group: Group) -> Range<Int> {
        (group.rawValue == 0 ? 0 : ends[group.rawValue - 1])..<ends[group.rawValue]
    }

    /// The next group. They come in the order of `Group`.
    mutating func append(_ group: Group, _ found: inout [UInt32]) {
        Hashing.sort(&found)
        places.reserveCapacity(places.count + found.count)
        counts.reserveCapacity(counts.count + found.count)
        var last: UInt32?
        for place in found {
            if place == last {
                if counts[counts.count - 1] < 255 { counts[counts.count - 1] += 1 }
            } else {
                places.append(place)
                counts.append(1)
                last = place
            }
        }
        ends[group.rawValue] = places.count
    }
}
