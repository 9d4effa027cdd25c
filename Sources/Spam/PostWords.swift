/// The words of a post, as far as responses are compared with them.
package struct PostWords: Hashable, Sendable {
    let script: Script?
    private let words: Set<UInt64>
    /// Runs of three letters: which there are tells languages apart.
    private let trigrams: Set<UInt64>

    /// Fewer say nothing of a language.
    private static let leastTrigrams = 200
    private static let leastSaid = 20

    /// - Parameter text: without markup; the beginning is enough.
    package init(title: String, text: String) {
        let folded = FoldedText(title + "\n" + text, limit: 6_000)
        script = folded.script
        words = Self.words(of: folded)
        trigrams = Self.trigrams(of: folded)
    }

    /// Of the longer words of a response, how many the post has too: 0 to 1.
    func share(of text: FoldedText) -> Float {
        let said = Self.words(of: text)
        guard !said.isEmpty else { return 0 }
        return Float(said.count { words.contains($0) }) / Float(said.count)
    }

    /// Of the runs of three letters in a response, how many the post has too: about a half in the same language; nil where
    /// there are too few to tell.
    func languageShare(of text: FoldedText) -> Float? {
        guard trigrams.count >= Self.leastTrigrams else { return nil }
        let said = Self.trigrams(of: text)
        guard said.count >= Self.leastSaid else { return nil }
        return Float(said.count { trigrams.contains($0) }) / Float(said.count)
    }

    /// Words of four letters and more: shorter ones stand in every text of a language.
    private static func words(of text: FoldedText) -> Set<UInt64> {
        var found: Set<UInt64> = []
        TextFeatures.forEachWord(of: text) { range in
            guard range.count >= 4 else { return }
            found.insert(text.scalars[range].reduce(0x53) { Hashing.step($0, $1) })
        }
        return found
    }

    private static func trigrams(of text: FoldedText) -> Set<UInt64> {
        var found: Set<UInt64> = []
        TextFeatures.forEachWord(of: text) { range in
            guard range.count >= 3 else { return }
            for start in range.lowerBound...range.upperBound - 3 {
                found.insert(text.scalars[start..<start + 3].reduce(0x54) { Hashing.step($0, $1) })
            }
        }
        return found
    }
}
