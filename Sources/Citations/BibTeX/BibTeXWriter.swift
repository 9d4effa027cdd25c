import Model

/// Writes one entry.
struct BibTeXWriter {
    private let reference: Reference

    init(_ reference: Reference) { self.reference = reference }

    var text: String {
        let type = BibTeXTypes.entry(for: reference)
        let fields = names + titles + dates + texts + rest + (type.subtype.map { [("entrysubtype", "{\($0)}")] } ?? [])
        let lines = fields.map { name, value in ",\n  \(name) = \(value)" }
        return "@\(type.type){\(reference.key)\(lines.joined())\n}\n"
    }

    private typealias Field = (name: String, value: String)

    private var names: [Field] {
        BibTeXFields.names.filter { !reference[keyPath: $0.path].isEmpty }
            .map { ($0.name, "{\(BibTeXNames.text(reference[keyPath: $0.path]))}") }
    }

    private var titles: [Field] { reference.title.map { [("title", "{\(Self.title($0))}")] } ?? [] }

    private var dates: [Field] {
        let issued = reference.issued.map(BibTeXDates.issued) ?? []
        let others = [("urldate", reference.accessed), ("origdate", reference.originalDate)]
        return issued + others.compactMap { name, date in date.flatMap(BibTeXDates.text).map { (name, "{\($0)}") } }
    }

    private var texts: [Field] {
        let texts = BibTeXFields.texts(of: reference.type).compactMap { names, path in
            reference[keyPath: path].map { (names[0], "{\(LaTeXEscaping.escaped($0))}") }
        }
        let page = reference.page.map { [("pages", "{\(Self.pages($0))}")] } ?? []
        return texts + page
            + BibTeXFields.verbatim.compactMap { name, path in
                reference[keyPath: path].map { (name, "{\(LaTeXEscaping.verbatim($0))}") }
            }
    }

    private var rest: [Field] {
        let known = BibTeXFields.rest.compactMap { names, name in
            reference.rest[name].flatMap(CSLValue.text).map { (names[0], "{\(LaTeXEscaping.escaped($0))}") }
        }
        let custom = (reference.rest["custom"]?.members ?? [:]).sorted { $0.key < $1.key }
            .filter { name, _ in name.utf8.allSatisfy(Self.isNamePart) && !name.isEmpty }
            .compactMap { name, value in
                value.text.map { (name.lowercased(), "{\(LaTeXEscaping.escaped($0))}") }
            }
        return known + custom
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: "_")
    }

    /// Braces keep capitals behind the first word, which styles of BibTeX would make small.
    private static func title(_ title: String) -> String {
        guard !title.contains("<") else { return "{\(LaTeXEscaping.escaped(title))}" }
        return title.split(separator: " ", omittingEmptySubsequences: false).enumerated()
            .map { number, word in
                let escaped = LaTeXEscaping.escaped(String(word))
                let letters = number == 0 ? word.dropFirst() : word
                return letters.contains(where: \.isUppercase) ? "{\(escaped)}" : escaped
            }
            .joined(separator: " ")
    }

    private static func pages(_ pages: String) -> String {
        pages.split(separator: "-", omittingEmptySubsequences: false).map { LaTeXEscaping.escaped(String($0)) }
            .joined(separator: "--")
    }
}
