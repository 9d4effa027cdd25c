/// Words and pieces of words of a text.
enum TextFeatures {
    /// Words, each with the one before it, and numbers by their form too.
    static func words(of text: FoldedText, into found: inout [UInt32]) {
        var before = Self.beginning
        forEachWord(of: text) { range in
            let word = hash(ofWord: text.scalars[range])
            found.append(Hashing.place(word))
            found.append(Hashing.place(Hashing.step(before &* 31 &+ word, 0x55)))
            before = word
            if text.scalars[range].allSatisfy({ (0x30...0x39).contains($0) }) {
                found.append(Hashing.place(range.reduce(0x52) { hash, _ in Hashing.step(hash, 0x30) }))
            }
        }
    }

    static func place(ofWord scalars: ArraySlice<UInt32>) -> UInt32 { Hashing.place(hash(ofWord: scalars)) }

    private static func hash(ofWord scalars: ArraySlice<UInt32>) -> UInt64 {
        scalars.reduce(0x51) { Hashing.step($0, $1) }
    }

    /// What stands before the first word.
    private static let beginning: UInt64 = 0x56

    /// Runs of 2 to `longest` scalars, over blanks too.
    static func pieces(of scalars: [UInt32], longest: Int, seed: UInt64, into found: inout [UInt32]) {
        let count = scalars.count
        guard count > 0 else { return }
        scalars.withUnsafeBufferPointer { scalars in
            for start in -1..<count {
                var hash = Hashing.step(seed, start < 0 ? 32 : scalars[start])
                var length = 1
                var next = start + 1
                while length < longest, next <= count {
                    hash = Hashing.step(hash, next == count ? 32 : scalars[next])
                    length += 1
                    next += 1
                    found.append(Hashing.place(hash))
                }
            }
        }
    }

    /// Letters and digits between other scalars.
    static func forEachWord(of text: FoldedText, _ body: (Range<Int>) -> Void) {
        var start: Int?
        for (index, value) in text.scalars.enumerated() {
            if isWord(value) {
                start = start ?? index
            } else if let begun = start {
                body(begun..<index)
                start = nil
            }
        }
        if let begun = start { body(begun..<text.scalars.count) }
    }

    private static func isWord(_ value: UInt32) -> Bool {
        value < 0x80
            ? (0x61...0x7A).contains(value) || (0x30...0x39).contains(value)
            : Unicode.Scalar(value).map { $0.properties.isAlphabetic } ?? false
    }
}
