/// The network of an address: the /24 of IPv4, the /48 of IPv6.
enum Network {
    /// Nil for what is no address.
    static func key(of address: String) -> String? {
        let quads = address.split(separator: Character("."), omittingEmptySubsequences: false)
        if quads.count == 4, quads.allSatisfy({ UInt8($0) != nil }) {
            return quads.prefix(3).joined(separator: ".")
        }
        guard address.contains(":") else { return nil }
        let halves = address.lowercased().split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        var groups = halves[0].split(separator: Character(":")).map { String($0) }
        if halves.count == 2 {
            let rest = halves[1].split(separator: Character(":")).map { String($0) }
            groups += [String](repeating: "0", count: max(0, 8 - groups.count - rest.count)) + rest
        }
        guard groups.count == 8 else { return nil }
        let numbers = groups.prefix(3).compactMap { UInt16($0, radix: 16) }
        return numbers.count == 3 ? numbers.map { String($0, radix: 16) }.joined(separator: ":") : nil
    }
}
