/// What changed between two texts, line by line, and inside changed lines word by word.
package struct TextDifference: Hashable, Sendable {
    package let lines: [Line]

    package struct Line: Hashable, Sendable {
        package let kind: Kind
        package let pieces: [Piece]
    }

    package enum Kind: Hashable, Sendable { case same, removed, added }

    package struct Piece: Hashable, Sendable {
        package let text: String
        /// Whether it is what changed in its line.
        package let isChanged: Bool
    }

    /// Comparing costs time by length times difference; longer texts are shown as one taken for the other.
    private static let longest = 3_000

    package init(from old: String, to new: String) {
        let (old, new) = (Self.lines(of: old), Self.lines(of: new))
        var lines: [Line] = []
        for run in Self.runs(old, new) {
            if run.isSame {
                lines += run.old.map { Line(kind: .same, pieces: [Piece(text: $0, isChanged: false)]) }
                continue
            }
            // Lines that stand across from each other are compared by words.
            let pairs = zip(run.old, run.new).map(Self.words)
            lines += pairs.map { Line(kind: .removed, pieces: $0.old) }
            lines += run.old.dropFirst(pairs.count).map { Line(kind: .removed, whole: $0) }
            lines += pairs.map { Line(kind: .added, pieces: $0.new) }
            lines += run.new.dropFirst(pairs.count).map { Line(kind: .added, whole: $0) }
        }
        self.lines = lines
    }

    private static func lines(of text: String) -> [String] {
        text.isEmpty ? [] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private struct Run {
        var isSame: Bool
        var old: [String] = []
        var new: [String] = []
    }

    private static func words(_ old: String, _ new: String) -> (old: [Piece], new: [Piece]) {
        var (before, after): ([Piece], [Piece]) = ([], [])
        for run in runs(tokens(old), tokens(new)) {
            if !run.old.isEmpty { before.append(Piece(text: run.old.joined(), isChanged: !run.isSame)) }
            if !run.new.isEmpty { after.append(Piece(text: run.new.joined(), isChanged: !run.isSame)) }
        }
        return (before, after)
    }

    /// Words, and what stands between them.
    private static func tokens(_ line: String) -> [String] {
        var tokens: [String] = []
        var isWord = false
        for character in line {
            let belongs = character.isLetter || character.isNumber
            if belongs, isWord { tokens[tokens.count - 1].append(character) } else { tokens.append(String(character)) }
            isWord = belongs
        }
        return tokens
    }

    /// Cuts both into pieces that are the same and pieces that are not, in order.
    private static func runs(_ old: [String], _ new: [String]) -> [Run] {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old[head...].reversed(), new[head...].reversed()).prefix { $0 == $1 }.count
        let (oldMiddle, newMiddle) = (Array(old[head..<(old.count - tail)]), Array(new[head..<(new.count - tail)]))
        var runs = [Run(isSame: true, old: Array(old[..<head]), new: Array(new[..<head]))]
        if oldMiddle.count + newMiddle.count > longest {
            runs.append(Run(isSame: false, old: oldMiddle, new: newMiddle))
        } else {
            runs += middle(oldMiddle, newMiddle)
        }
        runs.append(
            Run(isSame: true, old: Array(old[(old.count - tail)...]), new: Array(new[(new.count - tail)...])))
        return runs.filter { !$0.old.isEmpty || !$0.new.isEmpty }
    }

    private static func middle(_ old: [String], _ new: [String]) -> [Run] {
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var runs: [Run] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            let isSame = !removed.contains(left) && !inserted.contains(right)
            if runs.last?.isSame != isSame { runs.append(Run(isSame: isSame)) }
            if removed.contains(left) {
                runs[runs.count - 1].old.append(old[left])
                left += 1
            } else if inserted.contains(right) {
                runs[runs.count - 1].new.append(new[right])
                right += 1
            } else {
                runs[runs.count - 1].old.append(old[left])
                runs[runs.count - 1].new.append(new[right])
                left += 1
                right += 1
            }
        }
        return runs
    }
}

extension TextDifference.Line {
    fileprivate init(kind: TextDifference.Kind, whole text: String) {
        self.init(kind: kind, pieces: [.init(text: text, isChanged: true)])
    }
}
