/// Reads what stands between the brackets of a citation.
enum CitationParser {
    static func items(_ text: [Character]) -> [Citation.Item]? {
        var items: [Citation.Item] = []
        for part in parts(text) {
            guard let item = item(part) else { return nil }
            items.append(item)
        }
        return items
    }

    /// Cut at semicolons outside of braces and brackets.
    private static func parts(_ text: [Character]) -> [[Character]] {
        var parts: [[Character]] = [[]]
        var depth = 0
        for character in text {
            if character == "{" || character == "[" { depth += 1 }
            if character == "}" || character == "]" { depth -= 1 }
            if character == ";", depth <= 0 { parts.append([]) } else { parts[parts.count - 1].append(character) }
        }
        return parts
    }

    private static func item(_ text: [Character]) -> Citation.Item? {
        var depth = 0
        for start in text.indices {
            if text[start] == "[" { depth += 1 }
            if text[start] == "]" { depth -= 1 }
            // In brackets of its own it is another citation.
            guard text[start] == "@", depth == 0 else { continue }
            // An address, or an escaped sign.
            if start > 0, text[start - 1].isLetter || text[start - 1].isNumber || "_\\.".contains(text[start - 1]) {
                continue
            }
            guard let (key, end) = key(in: text, from: start + 1) else { continue }
            let isAuthorSuppressed = start > 0 && text[start - 1] == "-"
            let (locator, suffix) = place(Array(text[end...]))
            return Citation.Item(
                key: key, prefix: trimmed(text[..<(isAuthorSuppressed ? start - 1 : start)]), locator: locator,
                suffix: suffix, isAuthorSuppressed: isAuthorSuppressed)
        }
        return nil
    }

    private static func key(in text: [Character], from start: Int) -> (key: String, end: Int)? {
        guard start < text.count, text[start] == "{" else {
            let end = CitationKey.plainEnd(in: text, from: start)
            return end == start ? nil : (String(text[start..<end]), end)
        }
        guard let end = text[start...].firstIndex(of: "}") else { return nil }
        let key = String(text[(start + 1)..<end])
        return CitationKey.isValid(key) ? (key, end + 1) : nil
    }

    // MARK: What comes behind the key

    /// A locator needs no label where it begins with a digit; `{…}` says where it ends.
    private static func place(_ text: [Character]) -> (Locator?, suffix: String) {
        var start = skippedBlanks(in: text, from: 0)
        if start < text.count, text[start] == "," { start = skippedBlanks(in: text, from: start + 1) }
        guard start < text.count else { return (nil, "") }
        if text[start] == "{", let end = closing(in: text, from: start) {
            return (braced(Array(text[(start + 1)..<end])), trimmedEnd(text[(end + 1)...]))
        }
        let label = LocatorWords.label(in: text, from: start)
        let first = skippedBlanks(in: text, from: label?.end ?? start)
        let end: Int
        switch label?.label {
        case nil:
            guard first < text.count, text[first].isNumber else { return (nil, trimmedEnd(text[...])) }
            end = valueEnd(in: text, from: first)
        // A headword may be any.
        case .subVerbo: end = text[first...].firstIndex(of: ",") ?? text.count
        case .some: end = valueEnd(in: text, from: first)
        }
        let value = trimmed(text[first..<end])
        guard !value.isEmpty else { return (nil, trimmedEnd(text[...])) }
        return (Locator(label?.label ?? .page, value), trimmedEnd(text[end...]))
    }

    private static func braced(_ text: [Character]) -> Locator? {
        let start = skippedBlanks(in: text, from: 0)
        let label = LocatorWords.label(in: text, from: start)
        let value = trimmed(text[(label?.end ?? start)...])
        return value.isEmpty ? nil : Locator(label?.label ?? .page, value)
    }

    /// Numbers, arabic or roman, with commas and dashes between them.
    private static func valueEnd(in text: [Character], from start: Int) -> Int {
        var end = start
        var next = start
        while next < text.count {
            let wordStart = next
            while next < text.count, !text[next].isWhitespace, text[next] != "," { next += 1 }
            var word = text[wordStart..<next]
            while let last = word.last, ".:!?".contains(last) { word.removeLast() }
            let isDash = !word.isEmpty && word.allSatisfy { "-–—&".contains($0) }
            guard isDash || isNumber(word) else { break }
            if !isDash { end = word.endIndex }
            guard isDash || word.endIndex == next else { break }
            if next < text.count, text[next] == "," { next += 1 }
            next = skippedBlanks(in: text, from: next)
        }
        return end
    }

    private static func isNumber(_ word: ArraySlice<Character>) -> Bool {
        guard !word.isEmpty else { return false }
        if word.contains(where: \.isNumber) { return true }
        return word.allSatisfy { "ivxlcdm-–".contains($0) } || word.allSatisfy { "IVXLCDM-–".contains($0) }
    }

    private static func closing(in text: [Character], from start: Int) -> Int? {
        var depth = 0
        for index in text[start...].indices {
            if text[index] == "{" { depth += 1 }
            if text[index] == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }

    private static func skippedBlanks(in text: [Character], from start: Int) -> Int {
        text[start...].firstIndex { !$0.isWhitespace } ?? text.count
    }

    private static func trimmed(_ text: ArraySlice<Character>) -> String {
        trimmedEnd(text.drop(while: \.isWhitespace))
    }

    private static func trimmedEnd(_ text: ArraySlice<Character>) -> String {
        var text = text
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
