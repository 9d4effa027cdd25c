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
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: found.count) { times in
            var distinct = 0
            found.withUnsafeMutableBufferPointer { found in
                for place in found {
                    if distinct > 0, found[distinct - 1] == place {
                        if times[distinct - 1] < .max { times[distinct - 1] += 1 }
                    } else {
                        found[distinct] = place
                        times[distinct] = 1
                        distinct += 1
                    }
                }
            }
            places += found[..<distinct]
            counts += times[..<distinct]
        }
        ends[group.rawValue] = places.count
    }
}
