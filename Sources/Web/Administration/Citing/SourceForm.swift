import Administration
import Citations
import Publishing
import Themes

/// What is typed of a source. What the form has no field for stays as it was imported.
struct SourceForm: Sendable {
    let reference: Reference
    var faults: [String: String]

    init(_ reference: Reference, faults: [String: String] = [:]) {
        self.reference = reference
        self.faults = faults
    }

    init(_ reference: Reference, _ fields: CheckedFields) { self.init(reference, faults: fields.faults) }

    fileprivate static let people: [(name: String, label: String, path: Reference.NamesPath)] = [
        ("author", "Authors", \.author), ("editor", "Editors", \.editor), ("translator", "Translators", \.translator),
        ("recipient", "To whom a letter went", \.recipient),
    ]
    fileprivate static let work: [(name: String, label: String, path: Reference.TextPath)] = [
        ("title", "Title", \.title), ("container", "It stands in: journal, book, site", \.containerTitle),
    ]
    fileprivate static let print: [(name: String, label: String, path: Reference.TextPath)] = [
        ("publisher", "Publisher", \.publisher), ("place", "Place", \.publisherPlace),
        ("edition", "Edition", \.edition), ("volume", "Volume", \.volume), ("issue", "Issue", \.issue),
        ("page", "Pages", \.page),
    ]
    fileprivate static let archive: [(name: String, label: String, path: Reference.TextPath)] = [
        ("archive", "Archive", \.archive), ("archive-location", "Where in the archive", \.archiveLocation),
        ("archive-place", "Place of the archive", \.archivePlace),
    ]
    fileprivate static let addresses: [(name: String, label: String, path: Reference.TextPath)] = [
        ("url", "URL", \.url), ("doi", "DOI", \.doi), ("isbn", "ISBN", \.isbn),
    ]
    fileprivate static let note: [(name: String, label: String, path: Reference.TextPath)] = [("note", "Note", \.note)]
    fileprivate static let dates: [(name: String, label: String, path: Reference.DatePath)] = [
        ("issued", "Year or date", \.issued), ("accessed", "Looked up on", \.accessed),
    ]

    /// - Parameter isKeyFixed: whether posts cite it by its key.
    func groups(isKeyFixed: Bool) -> [FormGroup] {
        let types = ReferenceType.all.union([reference.type]).sorted { $0.rawValue < $1.rawValue }
        let head = [
            FormField(
                "type", "Type",
                kind: .choices(
                    types.map {
                        AdminChoice(
                            value: $0.rawValue, title: $0.rawValue.replacing("_", with: " ").replacing("-", with: " "),
                            isChosen: $0 == reference.type)
                    }), fault: faults["type"]),
            FormField(
                "key", "Key", value: reference.key, isRequired: true,
                hint: isKeyFixed
                    ? "Posts cite it by this, so it stays." : "Letters and digits, such as the author and the year.",
                fault: faults["key"]),
        ]
        return [
            FormGroup(nil, head + Self.people.map(field) + Self.work.map(field) + [field(Self.dates[0])]),
            FormGroup("Where it came out", Self.print.map(field)),
            FormGroup("Where it is kept", Self.archive.map(field)),
            FormGroup("Where it is found", Self.addresses.map(field) + [field(Self.dates[1])] + Self.note.map(field)),
        ]
    }

    private func field(_ field: (name: String, label: String, path: Reference.TextPath)) -> FormField {
        FormField(field.name, field.label, value: reference[keyPath: field.path] ?? "", fault: faults[field.name])
    }

    private func field(_ field: (name: String, label: String, path: Reference.NamesPath)) -> FormField {
        FormField(
            field.name, field.label, value: reference[keyPath: field.path].lines, kind: .lines(rows: 2),
            hint: field.name == "author"
                ? "One on each line: Taubman, William. A name without a comma is an organisation's." : nil,
            fault: faults[field.name])
    }

    private func field(_ field: (name: String, label: String, path: Reference.DatePath)) -> FormField {
        FormField(
            field.name, field.label, value: reference[keyPath: field.path]?.typed ?? "",
            hint: field.name == "issued" ? "2003, 2003-05-04, 1914/1918, or words." : nil, fault: faults[field.name])
    }
}

extension CheckedFields {
    /// - Parameter former: of which everything stays that the form does not show.
    mutating func reference(formerly former: Reference) -> Reference {
        var reference = former
        reference.key = line("key", missing: "A source needs a key.")
        let type = line("type")
        if !type.isEmpty { reference.type = ReferenceType(rawValue: type) }
        for (name, _, path) in SourceForm.people {
            reference[keyPath: path] = .init(lines: raw(name), formerly: former[keyPath: path])
        }
        let texts = SourceForm.work + SourceForm.print + SourceForm.archive + SourceForm.addresses + SourceForm.note
        for (name, _, path) in texts {
            let text = line(name, limit: 4_000)
            reference[keyPath: path] = text.isEmpty ? nil : text
        }
        for (name, _, path) in SourceForm.dates {
            let text = line(name)
            if text == former[keyPath: path]?.typed ?? "" { continue }
            reference[keyPath: path] = text.isEmpty ? nil : ReferenceDate(typed: text)
        }
        if reference.title == nil, reference.author.isEmpty { note("Give a title or an author.", at: "title") }
        return reference
    }
}
