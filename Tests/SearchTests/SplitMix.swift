/// Random texts that are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Letters of many scripts, signs, quotes, spaces, marks.
    mutating func text(length: Int) -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x20...0x2F, 0xA0...0x17F, 0x300...0x30F, 0x400...0x45F, 0x600...0x66F, 0x900...0x97F,
            0xE00...0xE4F, 0x1100...0x11FF, 0x2000...0x20FF, 0x3000...0x30FF, 0x4E00...0x4EFF, 0xAC00...0xACFF,
            0xFF00...0xFFEF, 0x1F600...0x1F64F, 0x0...0x1F,
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<length {
            let range = ranges[Int(next() % UInt64(ranges.count))]
            let value = range.lowerBound + UInt32(next() % UInt64(range.count))
            if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return String(text)
    }
}
