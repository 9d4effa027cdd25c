/// Tells apart the things of an export that have one number, as damaged exports do, and finds those that stand twice.
struct NumbersMet {
    /// Fingerprints of what came first under a number; a large blog has a million of them, so they are short.
    private var first: [Int64: UInt64] = [:]
    private var further: [Int64: [UInt64]] = [:]

    /// The key of a thing with this number, and whether the very same was met before.
    mutating func key(of number: Int64, digest: String) -> (key: String, isRepeat: Bool) {
        let fingerprint = UInt64(digest.prefix(16), radix: 16) ?? 0
        guard let met = first[number] else {
            first[number] = fingerprint
            return (String(number), false)
        }
        if met == fingerprint { return (String(number), true) }
        var others = further[number, default: []]
        if let place = others.firstIndex(of: fingerprint) { return ("\(number)#\(place + 2)", true) }
        others.append(fingerprint)
        further[number] = others
        return ("\(number)#\(others.count + 1)", false)
    }
}
