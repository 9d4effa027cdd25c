import Citations

/// Writes a tree of HTML as Markdown. Nil for what Markdown has no words for.
struct MarkdownWriter {
    /// Whether pictures and links keep their tags, with all that those say.
    let keepsTags: Bool
    /// Whether the file of a picture is here, which knows its size.
    let isHere: (String) -> Bool

    // MARK: Blocks

    func block(_ element: Element) -> String? {
        guard element.hasOnly(element.name == "ol" ? ["class", "start"] : ["class"]) else { return nil }
        switch element.name {
        case "p": return inline(element).map(Self.escapingLineStarts)
        case "h1", "h2", "h3", "h4", "h5", "h6":
            guard let level = element.name.last?.wholeNumberValue, let words = inline(element),
                !words.contains("\n"), !words.isEmpty
            else { return nil }
            return String(repeating: "#", count: level) + " " + words
        case "hr": return "---"
        case "pre": return code(element)
        case "blockquote":
            guard let inside = blocks(element) else { return nil }
            return Self.prefixed(inside, first: "> ", rest: "> ")
        case "ul": return list(element) { _ in "- " }
        case "ol":
            let start = element["start"].flatMap { Int($0) } ?? 1
            guard (0...999_999).contains(start) else { return nil }
            return list(element) { "\(start + $0). " }
        case "figure": return figure(element)
        default: return nil
        }
    }

    private func blocks(_ element: Element) -> String? {
        var pieces: [String] = []
        for child in element.children where !child.isBlank {
            guard case .element(let inside) = child, let text = block(inside) else { return nil }
            pieces.append(text)
        }
        return pieces.joined(separator: "\n\n")
    }

    private func code(_ element: Element) -> String? {
        guard element.children.count == 1, case .element(let code) = element.children[0], code.name == "code",
            code.elements.isEmpty
        else { return nil }
        let language = code["class"].flatMap { $0.wholeMatch(of: /language-([\w+#.-]+)/)?.1 } ?? ""
        let text = code.textContent
        let fence = Self.fence(around: text, atLeast: 3)
        return "\(fence)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)"
    }

    /// Items that hold paragraphs stand apart.
    private func list(_ element: Element, marker: (Int) -> String) -> String? {
        var items: [String] = []
        let isLoose = element.elements.contains { item in item.elements.contains { $0.name == "p" } }
        for child in element.children where !child.isBlank {
            guard case .element(let item) = child, item.name == "li",
                item.hasOnly(["class"]), let text = self.item(item)
            else { return nil }
            let mark = marker(items.count)
            items.append(
                Self.prefixed(text, first: mark, rest: String(repeating: " ", count: mark.utf8.count)))
        }
        return items.isEmpty ? nil : items.joined(separator: isLoose ? "\n\n" : "\n")
    }

    private func item(_ item: Element) -> String? {
        if item.elements.contains(where: { $0.name == "p" }) { return blocks(item) }
        var words: [Element.Node] = []
        var inside: [String] = []
        for child in item.children {
            guard child.isBlock else {
                // Words after a list inside have no place in Markdown.
                guard inside.isEmpty || child.isBlank else { return nil }
                words.append(child)
                continue
            }
            guard case .element(let element) = child, ["ul", "ol"].contains(element.name), let text = block(element)
            else { return nil }
            inside.append(text)
        }
        guard let line = inline(Element("li", children: words)) else { return nil }
        return ([Self.escapingLineStarts(line)] + inside).joined(separator: "\n")
    }

    private func figure(_ element: Element) -> String? {
        guard let shown = element.elements.first, element.elements.count <= 2,
            let image = shown.name == "a" ? shown.elements.first : shown, image.name == "img"
        else { return nil }
        var title = ""
        if let caption = element.elements.dropFirst().first {
            guard caption.name == "figcaption", caption.elements.isEmpty, caption.hasOnly(["class"]) else { return nil }
            title = caption.textContent.trimmed
        }
        guard let picture = self.image(image, title: title) else { return nil }
        guard shown.name == "a" else { return picture }
        return shown["href"].map { "[\(picture)](\(Self.destination($0)))" }
    }

    // MARK: Words

    private func inline(_ element: Element) -> String? {
        var text = ""
        for child in element.children {
            switch child {
            case .text(let words):
                let line = Self.escaped(Self.onOneLine(words), leavesCitations: true)
                text += text.hasSuffix("\n") ? line.trimmingPrefix(" ") : line[...]
            case .element(let inside):
                guard !child.isBlock, let words = inline(of: inside) else { return nil }
                text += words
            }
        }
        return text.trimmed
    }

    private func inline(of element: Element) -> String? {
        switch element.name {
        case "br": return element.attributes.isEmpty ? "\\\n" : nil
        case "img": return keepsTags ? Self.html(of: element) : image(element, title: element["title"] ?? "")
        case "code" where element.attributes.isEmpty && element.elements.isEmpty: return code(span: element.textContent)
        case "em", "i": return marked("*", element)
        case "strong", "b": return marked("**", element)
        case "del": return marked("~~", element)
        case "a" where !keepsTags: return link(element)
        default:
            if ElementTraits.void.contains(element.name) { return Self.html(of: element) }
            return inside(element).map { Self.startTag(element) + $0 + "</\(element.name)>" }
        }
    }

    /// The words of an element with the blanks around them.
    private func inside(_ element: Element) -> String? {
        guard let words = inline(element) else { return nil }
        let text = element.textContent
        let before = text.utf8.first?.isSpace ?? false, after = text.utf8.last?.isSpace ?? false
        return (before ? " " : "") + words + (after && !words.isEmpty ? " " : "")
    }

    private func marked(_ mark: String, _ element: Element) -> String? {
        guard element.attributes.isEmpty, let words = inline(element) else { return nil }
        return words.isEmpty ? "" : mark + words + mark
    }

    private func link(_ element: Element) -> String? {
        guard let href = element["href"], element.hasOnly(["href", "title"]),
            let words = inline(element), !words.isEmpty
        else { return nil }
        if element.textContent == href, element["title"] == nil, href.contains("://"),
            !href.contains(where: { $0.isWhitespace || $0 == "<" || $0 == ">" })
        {
            return "<\(href)>"
        }
        return "[\(words)](\(Self.destination(href))\(Self.title(element["title"] ?? "")))"
    }

    /// A size is left to the file where that is here.
    private func image(_ element: Element, title: String) -> String? {
        let known: Set = ["src", "alt", "title", "class"]
        let sized: Set = ["width", "height", "srcset", "sizes", "loading", "decoding"]
        guard let src = element["src"], !src.isEmpty,
            element.hasOnly(known) || element.hasOnly(known.union(sized)) && isHere(src)
        else { return nil }
        return "![\(Self.escaped(Self.onOneLine(element["alt"] ?? "")))](\(Self.destination(src))\(Self.title(title)))"
    }

    private func code(span text: String) -> String? {
        guard !text.isEmpty, !text.contains("\n") else { return nil }
        let fence = Self.fence(around: text, atLeast: 1)
        let room = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
        return fence + room + text + room + fence
    }

    /// One sign more than the longest run of them inside.
    private static func fence(around text: String, atLeast least: Int) -> String {
        let longest = text.matches(of: /`+/).map(\.output.utf8.count).max() ?? 0
        return String(repeating: "`", count: max(least, longest + 1))
    }

    // MARK: Letters

    private static func onOneLine(_ text: String) -> String {
        var line = text.split(whereSeparator: { $0.isASCII && $0.isWhitespace }).joined(separator: " ")
        if text.utf8.first?.isSpace ?? false { line = " " + line }
        if text.utf8.last?.isSpace ?? false, line != " " { line += " " }
        return line
    }

    /// What Markdown would take for a sign of its own is marked as a letter.
    private static func escaped(_ text: String, leavesCitations: Bool = false) -> String {
        var result = ""
        var before: Character?
        let citing = leavesCitations ? brackets(ofCitationsIn: text) : []
        let characters = Array(zip(text.indices, text))
        for (index, (place, character)) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1].1 : nil
            switch character {
            case "[" where citing.contains(place), "]" where citing.contains(place): break
            case "\\", "`", "*", "[", "]", "<": result.append("\\")
            case "_" where !(isWord(before) && isWord(next)): result.append("\\")
            case "~" where next == "~" || before == "~": result.append("\\")
            case "&" where next.map { $0.isLetter || $0 == "#" } ?? false:
                before = character
                result += "&amp;"
                continue
            default: break
            }
            result.append(character)
            before = character
        }
        return result
    }

    private static func brackets(ofCitationsIn text: String) -> Set<String.Index> {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return [] }
        return Set(
            FoundCitation.all(in: text).flatMap { [$0.range.lowerBound, text.index(before: $0.range.upperBound)] })
    }

    private static func isWord(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber } ?? false
    }

    /// So that no line of a paragraph becomes a heading, a quotation, an item or a rule.
    private static func escapingLineStarts(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if let number = line.prefixMatch(of: /(\d{1,9})[.)](?=\s|$)/) {
                return number.1 + "\\" + line.dropFirst(number.1.count)
            }
            return line.prefixMatch(of: /#{1,6}(\s|$)|>|[-+](\s|$)|[-=]+\s*$|:|\|/) == nil ? String(line) : "\\" + line
        }.joined(separator: "\n")
    }

    private static func destination(_ address: String) -> String {
        let isPlain = address.utf8.allSatisfy { byte in
            byte > 0x20 && !"()<>\\".utf8.contains(byte)
        }
        if isPlain, !address.isEmpty { return address.replacing("&", with: "&amp;") }
        return "<"
            + address.replacing("\\", with: "\\\\").replacing("<", with: "%3C").replacing(">", with: "%3E")
            .replacing("&", with: "&amp;") + ">"
    }

    private static func title(_ title: String) -> String {
        let line = onOneLine(title).trimmed
        return line.isEmpty ? "" : " \"\(escaped(line).replacing("\"", with: "\\\""))\""
    }

    private static func prefixed(_ text: String, first: String, rest: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
            let prefix = index == 0 ? first : rest
            return line.isEmpty ? String(prefix.trimmed) : prefix + line
        }.joined(separator: "\n")
    }

    // MARK: HTML

    private static func startTag(_ element: Element) -> String {
        html(of: Element(element.name, element.attributes)).replacing("</\(element.name)>", with: "")
    }

    /// In one piece, as Markdown ends a block of HTML at an empty line.
    static func html(of element: Element) -> String {
        var writer = HTMLWriter()
        writer.write(element)
        return String(decoding: writer.output, as: UTF8.self)
            .replacing("<\(TagFilter.frame)", with: "<iframe").replacing("</\(TagFilter.frame)>", with: "</iframe>")
            .replacing(/\n(?:[ \t]*\n)+/) { lines in
                "\n" + String(repeating: "&#10;", count: lines.output.utf8.count { $0 == 0x0a } - 1)
            }
    }
}

extension Element {
    fileprivate func hasOnly(_ names: Set<String>) -> Bool { attributes.allSatisfy { names.contains($0.name) } }
}
