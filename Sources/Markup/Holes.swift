/// Finished markup that the passes over text must not touch: a mark stands in its place until the end.
/// A mark is byte 1 (block) or 2 (inline), a number, and byte 3; none of these occur in normalized text.
struct Holes {
    static let block: UInt8 = 1
    static let inline: UInt8 = 2
    static let end: UInt8 = 3

    private var filled: [Bytes] = []

    mutating func mark(_ markup: Bytes, isBlock: Bool) -> Bytes {
        filled.append(markup)
        return [isBlock ? Self.block : Self.inline] + Bytes(String(filled.count - 1).utf8) + [Self.end]
    }

    /// The offset behind a mark that begins at `index`.
    static func endOfMark(in bytes: Bytes, at index: Int) -> Int {
        var index = index + 1
        while index < bytes.count, bytes[index] != end { index += 1 }
        return min(index + 1, bytes.count)
    }

    func fill(_ bytes: Bytes) -> Bytes {
        guard !filled.isEmpty else { return bytes }
        var result = Bytes()
        result.reserveCapacity(bytes.count + filled.reduce(0) { $0 + $1.count })
        var index = 0
        while index < bytes.count {
            guard bytes[index] == Self.block || bytes[index] == Self.inline else {
                result.append(bytes[index])
                index += 1
                continue
            }
            let after = Self.endOfMark(in: bytes, at: index)
            if let number = Int(bytes.text((index + 1)..<(after - 1))), filled.indices.contains(number) {
                result += filled[number]
            }
            index = after
        }
        return result
    }
}
