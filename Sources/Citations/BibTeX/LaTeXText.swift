/// Reads a value as LaTeX: accents and commands to Unicode, braces away, blanks to one. Italics stay as `<i>`, as in
/// CSL-JSON. What it does not know gives its argument.
struct LaTeXText {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var text = String.UnicodeScalarView()
    private var depth = 0

    /// Groups and accents within each other; what stands deeper is passed over.
    private static let deepest = 64

    /// - Parameter raw: Braces in it are balanced, and not deeper than ``ReferenceLimits/nesting``.
    static func text(_ raw: String) -> String {
        var reader = LaTeXText(Array(raw.unicodeScalars))
        while reader.position < reader.scalars.count {
            reader.read()
            // A brace too many.
            reader.position += 1
        }
        return joined(reader.text)
    }

    private init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// Blanks to one, none at the ends.
    private static func joined(_ text: String.UnicodeScalarView) -> String {
        String(text).split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
    }

    private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    /// Until a brace closes what was opened before.
    private mutating func read() {
        while let scalar = next, scalar != "}" { readOne(scalar) }
    }

    private mutating func readOne(_ scalar: Unicode.Scalar) {
        position += 1
        guard depth < Self.deepest else { return }
        depth += 1
        defer { depth -= 1 }
        switch scalar {
        case "{":
            read()
            position += 1
        case "\\": command()
        case "~": text.append("\u{A0}")
        case "$": break
        case "-": dashes()
        case "`" where next == "`", "'" where next == "'":
            position += 1
            text.append(scalar == "`" ? "“" : "”")
        default: text.append(scalar)
        }
    }

    private mutating func dashes() {
        var count = 1
        while next == "-", count < 3 {
            position += 1
            count += 1
        }
        text.append(count == 1 ? "-" : count == 2 ? "–" : "—")
    }

    /// Behind the backslash.
    private mutating func command() {
        guard let scalar = next else { return }
        guard Self.isLetter(scalar) else {
            position += 1
            if let accent = LaTeXSymbols.accents[String(scalar)] { return accented(accent) }
            switch scalar {
            case "-", "/", "@": break
            case "\\", ",", ";", ":", "\n": text.append(" ")
            default: text.append(scalar)
            }
            return
        }
        let start = position
        while let letter = next, Self.isLetter(letter) { position += 1 }
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[start..<position])
        named(String(name))
    }

    private mutating func named(_ name: String) {
        skipBlanks()
        if let accent = LaTeXSymbols.accents[name] { return accented(accent) }
        if let symbol = LaTeXSymbols.symbols[name] {
            if next == "{", position + 1 < scalars.count, scalars[position + 1] == "}" { position += 2 }
            return text.append(contentsOf: symbol.unicodeScalars)
        }
        if let (before, behind) = LaTeXSymbols.marks[name], next == "{" {
            text.append(contentsOf: before.unicodeScalars)
            readOne("{")
            text.append(contentsOf: behind.unicodeScalars)
        } else if name == "href", next == "{" {
            // The address; the words come behind it.
            let former = text
            readOne("{")
            text = former
        }
    }

    /// The next letter, or a group of them, with a combining mark behind the first.
    private mutating func accented(_ accent: Unicode.Scalar) {
        skipBlanks()
        let former = text
        text = String.UnicodeScalarView()
        if let scalar = next, scalar != "}" { readOne(scalar) }
        let letters = text
        text = former
        guard let first = letters.first else { return }
        let base: Unicode.Scalar = first == "ı" ? "i" : first == "ȷ" ? "j" : first
        text.append(contentsOf: LaTeXSymbols.composed(base, accent).unicodeScalars)
        text.append(contentsOf: letters.dropFirst())
    }

    private mutating func skipBlanks() {
        while let scalar = next, scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" { position += 1 }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }
}
