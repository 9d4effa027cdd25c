/// Text in runs, of which each is italic or a link or neither.
package struct StyledText: Hashable, Sendable {
    package struct Run: Hashable, Sendable {
        package fileprivate(set) var text: String
        package let isItalic: Bool
        /// An address.
        package let link: String?
    }

    package private(set) var runs: [Run] = []

    package init() {}

    init(_ text: String, isItalic: Bool = false, link: String? = nil) {
        append(text, isItalic: isItalic, link: link)
    }

    /// The letters alone.
    package var plain: String { runs.map(\.text).joined() }

    package var isEmpty: Bool { runs.isEmpty }

    mutating func append(_ text: String, isItalic: Bool = false, link: String? = nil) {
        guard !text.isEmpty else { return }
        if runs.last?.isItalic == isItalic, runs.last?.link == link {
            runs[runs.count - 1].text += text
        } else {
            runs.append(Run(text: text, isItalic: isItalic, link: link))
        }
    }

    mutating func append(_ other: StyledText) {
        for run in other.runs { append(run.text, isItalic: run.isItalic, link: run.link) }
    }

    static func + (one: StyledText, other: StyledText) -> StyledText {
        var sum = one
        sum.append(other)
        return sum
    }

    /// A mark at the end, unless one stands there that serves for it; within closing quotation marks, as American styles
    /// have it.
    mutating func close(with mark: Character) {
        guard let last = runs.last else { return }
        let quote: Character = "”"
        let isQuoted = last.text.last == quote && last.link == nil
        let before = isQuoted ? last.text.dropLast().last ?? runs.dropLast().last?.text.last : last.text.last
        if let before, before == mark || mark == "." && ".?!…".contains(before) { return }
        guard isQuoted else { return append(String(mark)) }
        runs.removeLast()
        append(last.text.dropLast() + String(mark) + String(quote), isItalic: last.isItalic)
    }

    /// What there is, each closed by the mark, the last one not.
    static func joined(_ parts: [StyledText?], by mark: Character) -> StyledText {
        var text = StyledText()
        for part in parts.compactMap(\.self) where !part.isEmpty {
            if !text.isEmpty {
                text.close(with: mark)
                text.append(" ")
            }
            text.append(part)
        }
        return text
    }

    /// With a capital at the beginning, as sentences have.
    func capitalized() -> StyledText {
        guard let first = runs.first, let letter = first.text.first, first.link == nil else { return self }
        var text = StyledText(letter.uppercased() + first.text.dropFirst(), isItalic: first.isItalic)
        for run in runs.dropFirst() { text.append(run.text, isItalic: run.isItalic, link: run.link) }
        return text
    }
}
