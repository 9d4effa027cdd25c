/// A piece of a text around what was looked for, cut where words end.
package struct Snippet: Hashable, Sendable {
    package struct Piece: Hashable, Sendable {
        package let text: String
        /// It is what was looked for.
        package let isHit: Bool
    }

    package let pieces: [Piece]

    /// The whole text, with its hits apart: for titles.
    package init(marking query: SearchQuery, in text: String) {
        let text = Tokens.composed(text)
        let bytes = Array(text.utf8)
        pieces = Self.pieces(of: bytes, 0..<bytes.count, hits: Self.hits(of: query, in: Array(Tokens(text))))
    }

    /// The piece of about `length` bytes that holds the most of what was looked for; the text's beginning when it holds
    /// nothing.
    package init(of text: String, for query: SearchQuery, length: Int = 240) {
        let text = Tokens.composed(text)
        let bytes = Array(text.utf8)
        let tokens = Array(Tokens(text))
        let hits = Self.hits(of: query, in: tokens)
        let window = Self.window(around: hits, tokens, length: length, count: bytes.count)
        let shown = Self.pieces(of: bytes, window, hits: hits)
        let head = window.lowerBound > 0 ? [Piece(text: "… ", isHit: false)] : []
        let tail = window.upperBound < bytes.count ? [Piece(text: " …", isHit: false)] : []
        pieces = shown.isEmpty ? [] : head + shown + tail
    }

    private struct Hit {
        var range: Range<Int>
        let term: Int
    }

    private static func hits(of query: SearchQuery, in tokens: [Token]) -> [Hit] {
        var hits: [Hit] = []
        for start in tokens.indices {
            for (number, term) in query.terms.enumerated() {
                let end = start + term.tokens.count
                guard end <= tokens.count, term.isFound(in: tokens[start..<end]) else { continue }
                hits.append(Hit(range: tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound, term: number))
            }
        }
        return hits
    }

    /// From the word before the best hits to the word that ends nearest to `length` bytes behind.
    private static func window(around hits: [Hit], _ tokens: [Token], length: Int, count: Int) -> Range<Int> {
        guard count > length, !tokens.isEmpty else { return 0..<count }
        var best = 0
        var most = -1
        for (index, hit) in hits.enumerated() {
            let near = hits[index...].prefix { $0.range.upperBound <= hit.range.lowerBound + length * 3 / 4 }
            let score = Set(near.map(\.term)).count * 100 + min(near.count, 99)
            if score > most { (best, most) = (hit.range.lowerBound, score) }
        }
        let wanted = max(0, best - length / 4)
        let lower = wanted == 0 ? 0 : tokens.first { $0.range.lowerBound >= wanted }?.range.lowerBound ?? 0
        guard count - lower > length else { return lower..<count }
        // A word that is longer than the piece is shown whole.
        let upper = tokens.last { $0.range.upperBound <= lower + length && $0.range.lowerBound >= lower }
        return lower..<max(upper?.range.upperBound ?? min(count, lower + length), firstEnd(tokens, from: lower))
    }

    private static func firstEnd(_ tokens: [Token], from lower: Int) -> Int {
        tokens.first { $0.range.lowerBound >= lower }?.range.upperBound ?? lower
    }

    private static func pieces(of bytes: [UInt8], _ window: Range<Int>, hits: [Hit]) -> [Piece] {
        var pieces: [Piece] = []
        var position = window.lowerBound
        func add(_ range: Range<Int>, isHit: Bool) {
            guard !range.isEmpty else { return }
            pieces.append(Piece(text: String(decoding: bytes[range], as: UTF8.self), isHit: isHit))
        }
        for range in merged(hits.map(\.range))
        where range.lowerBound >= position && range.upperBound <= window.upperBound {
            add(position..<range.lowerBound, isHit: false)
            add(range, isHit: true)
            position = range.upperBound
        }
        add(position..<window.upperBound, isHit: false)
        return pieces
    }

    /// Overlapping and touching ranges as one.
    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}

extension SearchQuery.Term {
    /// - Parameter found: as many as the term has.
    fileprivate func isFound(in found: ArraySlice<Token>) -> Bool {
        zip(tokens.indices, found).allSatisfy { index, token in
            isPrefix && index == tokens.count - 1
                ? token.text.utf8.starts(with: tokens[index].utf8) : token.text == tokens[index]
        }
    }
}
