/// Reads a pattern: choices of sequences of things that may be repeated.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    private static let deepest = 20
    private static let mostRepeated = 100

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func parse() throws(SafePattern.Fault) -> SafePattern.Node {
        let node = try choices()
        guard position == scalars.count else { throw .unexpected(position) }
        return node
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        position += 1
        return true
    }

    private mutating func choices() throws(SafePattern.Fault) -> SafePattern.Node {
        var nodes = [try sequence()]
        while takes("|") { nodes.append(try sequence()) }
        return nodes.count == 1 ? nodes[0] : .either(nodes)
    }

    private mutating func sequence() throws(SafePattern.Fault) -> SafePattern.Node {
        var nodes: [SafePattern.Node] = []
        while let scalar = next, scalar != "|", scalar != ")" { nodes.append(try repeated()) }
        return nodes.isEmpty ? .empty : .sequence(nodes)
    }

    private mutating func repeated() throws(SafePattern.Fault) -> SafePattern.Node {
        var node = try one()
        while let scalar = next {
            switch scalar {
            case "*": node = .repeated(node, least: 0, most: nil)
            case "+": node = .repeated(node, least: 1, most: nil)
            case "?": node = .repeated(node, least: 0, most: 1)
            case "{":
                position += 1
                node = try counted(node)
                continue
            default: return node
            }
            position += 1
        }
        return node
    }

    /// Behind the brace.
    private mutating func counted(_ node: SafePattern.Node) throws(SafePattern.Fault) -> SafePattern.Node {
        let least = try number()
        var most: Int? = least
        if takes(",") { most = next == "}" ? nil : try number() }
        guard takes("}"), most.map({ $0 >= least }) ?? true else { throw .unexpected(position) }
        return .repeated(node, least: least, most: most)
    }

    private mutating func number() throws(SafePattern.Fault) -> Int {
        var number: Int?
        while let digit = next.flatMap({ Int(String($0)) }) {
            number = (number ?? 0) * 10 + digit
            position += 1
            if number ?? 0 > Self.mostRepeated { throw .tooLong }
        }
        guard let number else { throw .unexpected(position) }
        return number
    }

    private mutating func one() throws(SafePattern.Fault) -> SafePattern.Node {
        guard let scalar = next else { throw .unexpected(position) }
        position += 1
        switch scalar {
        case ".": return .one(ScalarSet([0...9, 11...0x10FFFF]))
        case "^": return .lineStart
        case "$": return .lineEnd
        case "[": return .one(try scalarSet())
        case "(":
            depth += 1
            guard depth <= Self.deepest else { throw .tooLong }
            let node = try choices()
            guard takes(")") else { throw .unexpected(position) }
            depth -= 1
            return node
        case "\\": return .one(try escaped())
        case "*", "+", "?", "{": throw .unexpected(position - 1)
        default: return .one(ScalarSet(scalar))
        }
    }

    /// Behind the backslash.
    private mutating func escaped() throws(SafePattern.Fault) -> ScalarSet {
        guard let scalar = next else { throw .unexpected(position) }
        position += 1
        switch scalar {
        case "d": return .digits
        case "w": return .word
        case "s": return .blank
        case "n": return ScalarSet("\n")
        case "a"..."z", "A"..."Z": throw .unexpected(position - 1)
        default: return ScalarSet(scalar)
        }
    }

    /// Behind the bracket.
    private mutating func scalarSet() throws(SafePattern.Fault) -> ScalarSet {
        let isInverted = takes("^")
        var set = ScalarSet([])
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            position += 1
            if scalar == "\\" {
                set.formUnion(try escaped())
                continue
            }
            guard next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
                set.formUnion(ScalarSet(scalar))
                continue
            }
            let last = scalars[position + 1]
            guard last >= scalar else { throw .unexpected(position) }
            position += 2
            set.formUnion(ScalarSet(from: scalar, through: last))
        }
        guard takes("]") else { throw .unexpected(position) }
        set.isInverted = isInverted
        return set
    }
}
