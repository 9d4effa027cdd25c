import Model

/// Makes an entry a reference.
struct BibTeXReference {
    private let entry: BibTeXEntry
    private var fields: [String: String]
    private let type: ReferenceType

    /// With what a parent has and the entry lacks; the parent's title is that of the book.
    init(_ entry: BibTeXEntry, parent: BibTeXEntry?) {
        self.entry = entry
        type = BibTeXTypes.type(of: entry)
        fields = entry.fields
        for name in ["crossref", "xdata", "entrysubtype"] { fields[name] = nil }
        if entry.fields["entrysubtype"] != nil, type == BibTeXTypes.type(of: entry.withoutSubtype) {
            fields["entrysubtype"] = entry.fields["entrysubtype"]
        }
        guard let parent else { return }
        let isPart = ["inbook", "incollection", "inproceedings", "conference", "inreference"].contains(entry.type)
        for (name, value) in parent.fields where !["crossref", "xdata", "shorttitle", "pages"].contains(name) {
            let own = isPart ? ["title": "booktitle", "subtitle": "booksubtitle", "author": "bookauthor"][name] : nil
            fields[own ?? name] = fields[own ?? name] ?? value
        }
    }

    consuming func reference() -> Reference {
        var reference = Reference(key: entry.key, type: type)
        reference.title = title("title", subtitle: "subtitle")
        for name in ["journal", "journaltitle", "booktitle"] where fields[name] != nil {
            let subtitle = name == "booktitle" ? "booksubtitle" : "journalsubtitle"
            fields[name] = joined(fields[name], fields.removeValue(forKey: subtitle))
        }
        for (name, path) in BibTeXFields.names {
            fields.removeValue(forKey: name).map { reference[keyPath: path] = BibTeXNames.names($0) }
        }
        reference.issued = BibTeXDates.takeIssued(from: &fields)
        reference.accessed = date("urldate")
        reference.originalDate = date("origdate")
        for (name, path) in BibTeXFields.verbatim {
            reference[keyPath: path] = fields.removeValue(forKey: name).flatMap(verbatim)
        }
        reference.page = fields.removeValue(forKey: "pages").flatMap(pages)
        for (names, path) in BibTeXFields.texts(of: type) { reference[keyPath: path] = text(names) }
        if entry.type == "mastersthesis", reference.genre == nil { reference.genre = "Master's thesis" }
        takeHowPublished(&reference)
        for (names, name) in BibTeXFields.rest { text(names).map { reference.rest[name] = .string($0) } }
        let others = fields.mapValues(LaTeXText.text).filter { !$0.value.isEmpty }
        if !others.isEmpty { reference.rest["custom"] = .object(others.mapValues(JSONValue.string)) }
        return reference
    }

    /// The first that is there; the others stay.
    private mutating func text(_ names: [String]) -> String? {
        for name in names {
            guard let raw = fields.removeValue(forKey: name) else { continue }
            let text = LaTeXText.text(raw)
            if !text.isEmpty { return text }
        }
        return nil
    }

    private mutating func title(_ name: String, subtitle: String) -> String? {
        joined(fields.removeValue(forKey: name), fields.removeValue(forKey: subtitle)).map(LaTeXText.text)
            .flatMap { $0.isEmpty ? nil : $0 }
    }

    private func joined(_ title: String?, _ subtitle: String?) -> String? {
        guard let title, let subtitle else { return title ?? subtitle }
        return title + (title.last.map { "?!:".contains($0) } ?? false ? " " : ": ") + subtitle
    }

    private mutating func date(_ name: String) -> ReferenceDate? {
        BibTeXDates.take(name, from: &fields).map { DateText.date($0) ?? ReferenceDate(literal: $0) }
    }

    /// `33--35` has one hyphen in CSL-JSON.
    private func pages(_ raw: String) -> String? {
        var single = ""
        for character in raw where character != "-" || single.last != "-" { single.append(character) }
        let text = LaTeXText.text(single)
        return text.isEmpty ? nil : text
    }

    /// Without the escapes that older programs put into addresses.
    private func verbatim(_ raw: String) -> String? {
        let text = raw.replacing("\\url", with: "").replacing("\\textasciitilde", with: "~")
            .filter { !"{}\\".contains($0) && !$0.isNewline }
        let trimmed = text.split(separator: " ").joined(separator: " ")
        return trimmed.isEmpty ? nil : trimmed
    }

    private mutating func takeHowPublished(_ reference: inout Reference) {
        guard let raw = fields["howpublished"] else { return }
        if reference.url == nil, let address = verbatim(raw), address.hasPrefix("http") {
            reference.url = address
        } else if reference.publisher == nil {
            reference.publisher = LaTeXText.text(raw)
        } else {
            return
        }
        fields["howpublished"] = nil
    }
}

extension BibTeXEntry {
    fileprivate var withoutSubtype: BibTeXEntry {
        var entry = self
        entry.fields["entrysubtype"] = nil
        return entry
    }
}
