/// Reads Mustache: variables, sections, inverted sections, partials, comments, `{{{raw}}}`, dotted names, `{{.}}`,
/// parents and blocks. Lines that hold nothing but a section's, partial's or comment's tag leave no empty line behind.
/// Left out, each with an error that says so: other delimiters and lambdas. Partials are not indented.
struct TemplateParser {
    private let file: String
    private let source: [UInt8]
    private var position = 0
    private var open: [Level] = []

    /// More than any page needs, and little enough that the compiler may recurse.
    private static let deepest = 60

    private struct Level {
        var tag: UInt8
        var name: TemplateName
        var nodes: [TemplateNode] = []
    }

    static func parse(_ source: String, file: String) throws(TemplateError) -> [TemplateNode] {
        var parser = TemplateParser(file: file, source: Array(source.utf8))
        return try parser.run()
    }

    private init(file: String, source: [UInt8]) {
        self.file = file
        self.source = source
        let start = TemplatePlace(file: file, line: 1, column: 1)
        open = [Level(tag: 0, name: TemplateName(path: [], place: start))]
    }

    private mutating func run() throws(TemplateError) -> [TemplateNode] {
        while let start = find("{{", from: position) {
            let place = place(of: start)
            let isTriple = source.dropFirst(start + 2).first == UInt8(ascii: "{")
            guard let close = find(isTriple ? "}}}" : "}}", from: start + 2) else {
                throw TemplateError(place: place, message: "this tag is never closed")
            }
            var end = close + (isTriple ? 3 : 2)
            var content = source[(start + 2)..<close]
            let sigil = content.first.flatMap { "{&#^/>!<$=".utf8.contains($0) ? $0 : nil } ?? 0
            if sigil != 0 { content = content.dropFirst() }
            var literalEnd = start
            if "#^/>!<$".utf8.contains(sigil), let line = standaloneLine(from: start, to: end) {
                literalEnd = max(position, line.lowerBound)
                end = line.upperBound
            }
            if position < literalEnd {
                add(.literal(Array(source[position..<literalEnd]), self.place(of: position)))
            }
            position = end
            try take(sigil, String(decoding: content, as: UTF8.self), at: place)
        }
        if position < source.count { add(.literal(Array(source[position...]), place(of: position))) }
        if open.count > 1 {
            let level = open[open.count - 1]
            throw TemplateError(
                place: level.name.place, message: "“\(level.name.text)” is opened here and never closed")
        }
        return open[0].nodes
    }

    private mutating func take(_ sigil: UInt8, _ content: String, at place: TemplatePlace) throws(TemplateError) {
        if sigil == UInt8(ascii: "!") { return }
        if sigil == UInt8(ascii: "=") {
            throw TemplateError(place: place, message: "other delimiters than {{ and }} are not supported")
        }
        let words = content.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, let word = words.first else {
            throw TemplateError(place: place, message: "a tag holds one name without spaces")
        }
        let path = word == "." ? ["."] : word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !path.contains("") else { throw TemplateError(place: place, message: "“\(word)” is not a name") }
        let name = TemplateName(path: path, place: place)
        switch sigil {
        case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "<"), UInt8(ascii: "$"):
            guard open.count < Self.deepest else {
                throw TemplateError(place: place, message: "sections are nested more than \(Self.deepest) deep")
            }
            open.append(Level(tag: sigil, name: name))
        case UInt8(ascii: "/"): try close(name)
        case UInt8(ascii: ">"): add(.partial(String(word), place))
        default: add(.value(name, isRaw: sigil != 0))
        }
    }

    private mutating func close(_ name: TemplateName) throws(TemplateError) {
        guard open.count > 1 else {
            throw TemplateError(place: name.place, message: "“\(name.text)” is closed but was never opened")
        }
        let level = open.removeLast()
        guard level.name.path == name.path else {
            let opened = "“\(level.name.text)” (line \(level.name.place.line))"
            throw TemplateError(place: name.place, message: "“\(name.text)” is closed where \(opened) is open")
        }
        switch level.tag {
        case UInt8(ascii: "<"):
            var blocks: [String: [TemplateNode]] = [:]
            for case .block(let name, let nodes) in level.nodes { blocks[name] = nodes }
            add(.parent(level.name.text, level.name.place, blocks: blocks))
        case UInt8(ascii: "$"): add(.block(level.name.text, level.nodes))
        default: add(.section(level.name, isInverted: level.tag == UInt8(ascii: "^"), level.nodes))
        }
    }

    private mutating func add(_ node: TemplateNode) { open[open.count - 1].nodes.append(node) }

    /// The whole line around a tag, with its end, when nothing but blanks stands beside the tag.
    private func standaloneLine(from start: Int, to end: Int) -> Range<Int>? {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var lower = start
        while lower > 0, isBlank(source[lower - 1]) { lower -= 1 }
        guard lower == 0 || source[lower - 1] == UInt8(ascii: "\n") else { return nil }
        var upper = end
        while upper < source.count, isBlank(source[upper]) { upper += 1 }
        if upper < source.count, source[upper] == UInt8(ascii: "\r") { upper += 1 }
        if upper == source.count { return lower..<upper }
        return source[upper] == UInt8(ascii: "\n") ? lower..<(upper + 1) : nil
    }

    private func find(_ mark: StaticString, from start: Int) -> Int? {
        let count = mark.utf8CodeUnitCount
        let byte = mark.utf8Start.pointee
        var index = start
        while index + count <= source.count {
            if (0..<count).allSatisfy({ source[index + $0] == byte }) { return index }
            index += 1
        }
        return nil
    }

    private func place(of offset: Int) -> TemplatePlace {
        let before = source[..<offset]
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return TemplatePlace(
            file: file,
            line: before.count { $0 == UInt8(ascii: "\n") } + 1,
            column: String(decoding: source[lineStart..<offset], as: UTF8.self).count + 1)
    }
}
