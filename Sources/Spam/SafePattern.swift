/// A pattern that is matched in time that grows with the text alone (Thompson, 1968): no text makes it try the same
/// twice. Case does not count.
///
/// Known are letters as they are, `.`, `[a-z]`, `[^a-z]`, `\d`, `\w`, `\s` and `\` before any sign, `(…)`, `|`, `*`, `+`, `?`, `{2,5}`,
/// and `^` and `$` for the ends of a line.
package struct SafePattern: Sendable {
    /// Characters of a pattern.
    package static let longest = 200
    /// Steps of its program, which `{2,5}` multiplies.
    static let mostSteps = 500
    /// Scalars of a text that are looked at.
    static let textLimit = 20_000

    package enum Fault: Error, Hashable, Sendable {
        case tooLong
        /// What does not belong there, and behind how many characters.
        case unexpected(Int)

        package var sentence: String {
            switch self {
            case .tooLong: "The pattern is too long."
            case .unexpected(let place): "The pattern cannot be read behind its character \(place)."
            }
        }
    }

    indirect enum Node: Sendable {
        case empty
        case one(ScalarSet)
        case lineStart
        case lineEnd
        case sequence([Node])
        case either([Node])
        case repeated(Node, least: Int, most: Int?)
    }

    private enum Step: Sendable {
        case take(ScalarSet)
        case lineStart
        case lineEnd
        case split(Int, Int)
        case jump(Int)
        case match
    }

    private var steps: [Step] = []

    package init(_ text: String) throws(Fault) {
        guard text.unicodeScalars.count <= Self.longest else { throw .tooLong }
        var parser = PatternParser(text)
        let node = try parser.parse()
        try add(node)
        steps.append(.match)
    }

    private mutating func add(_ node: Node) throws(Fault) {
        guard steps.count < Self.mostSteps else { throw .tooLong }
        switch node {
        case .empty: break
        case .one(let set): steps.append(.take(set))
        case .lineStart: steps.append(.lineStart)
        case .lineEnd: steps.append(.lineEnd)
        case .sequence(let nodes): for node in nodes { try add(node) }
        case .either(let nodes):
            var ends: [Int] = []
            for (index, node) in nodes.enumerated() {
                let split = steps.count
                if index < nodes.count - 1 { steps.append(.split(split + 1, 0)) }
                try add(node)
                guard index < nodes.count - 1 else { continue }
                ends.append(steps.count)
                steps.append(.jump(0))
                steps[split] = .split(split + 1, steps.count)
            }
            for end in ends { steps[end] = .jump(steps.count) }
        case .repeated(let node, let least, let most):
            for _ in 0..<least { try add(node) }
            guard let most else {
                let split = steps.count
                steps.append(.split(split + 1, 0))
                try add(node)
                steps.append(.jump(split))
                steps[split] = .split(split + 1, steps.count)
                return
            }
            var splits: [Int] = []
            for _ in least..<max(least, most) {
                splits.append(steps.count)
                steps.append(.split(steps.count + 1, 0))
                try add(node)
            }
            for split in splits { steps[split] = .split(split + 1, steps.count) }
        }
        guard steps.count < Self.mostSteps else { throw .tooLong }
    }

    /// Whether it is anywhere in a text.
    package func matches(_ text: String) -> Bool {
        var current = StepSet(steps.count)
        var next = StepSet(steps.count)
        var waiting: [Int] = []
        var isLineStart = true
        var scalars = text.unicodeScalars.prefix(Self.textLimit).makeIterator()
        var scalar = scalars.next()
        while true {
            let value = scalar.map { ScalarSet.folded($0) }
            // It may begin anywhere.
            if follow(0, into: &current, &waiting, isLineStart: isLineStart, isLineEnd: value == nil || value == 10) {
                return true
            }
            guard let value else { return false }
            let following = scalars.next()
            let endsLine = following == nil || following == "\n"
            next.removeAll()
            for step in current.members {
                guard case .take(let set) = steps[step], set.contains(value) else { continue }
                if follow(step + 1, into: &next, &waiting, isLineStart: value == 10, isLineEnd: endsLine) {
                    return true
                }
            }
            swap(&current, &next)
            isLineStart = value == 10
            scalar = following
        }
    }

    /// Adds a step with all that it leads to without taking a scalar; true at the end of the program.
    private func follow(
        _ step: Int, into set: inout StepSet, _ waiting: inout [Int], isLineStart: Bool, isLineEnd: Bool
    ) -> Bool {
        waiting.append(step)
        while let step = waiting.popLast() {
            guard set.insert(step) else { continue }
            switch steps[step] {
            case .take: break
            case .lineStart: if isLineStart { waiting.append(step + 1) }
            case .lineEnd: if isLineEnd { waiting.append(step + 1) }
            case .split(let first, let second): waiting += [second, first]
            case .jump(let target): waiting.append(target)
            case .match: return true
            }
        }
        return false
    }
}

/// Steps of a program, each once.
private struct StepSet {
    private(set) var members: [Int] = []
    private var marks: [Bool]

    init(_ count: Int) { marks = [Bool](repeating: false, count: count) }

    mutating func insert(_ step: Int) -> Bool {
        if marks[step] { return false }
        marks[step] = true
        members.append(step)
        return true
    }

    mutating func removeAll() {
        for member in members { marks[member] = false }
        members.removeAll(keepingCapacity: true)
    }
}
