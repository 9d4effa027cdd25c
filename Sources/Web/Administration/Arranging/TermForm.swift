import Administration
import Model
import Publishing
import Store
import Themes

/// What is typed of a category or a tag.
struct TermForm: Sendable {
    var name = ""
    var slug = ""
    var description = ""
    /// Its number; empty for none.
    var parent = ""
    var faults: [String: String] = [:]

    init() {}

    init(_ fields: CheckedFields) {
        name = fields.raw("name")
        slug = fields.raw("slug")
        description = fields.raw("description")
        parent = fields.raw("parent")
        faults = fields.faults
    }

    init(_ term: Term, parent above: Term?) {
        name = term.name
        slug = term.slug
        description = term.description
        parent = above.map { String($0.number) } ?? ""
    }

    /// - Parameter own: the term itself, which cannot stand under itself.
    func fields(terms: TermTree, isHierarchical: Bool, own: Term? = nil) -> [FormField] {
        var fields = [
            FormField("name", "Name", value: name, isRequired: true, fault: faults["name"]),
            FormField(
                "slug", "Slug", value: slug,
                hint: own == nil
                    ? "Its part of the address; empty makes one of the name."
                    : "Its part of the address. The former one leads here.", fault: faults["slug"]),
        ]
        if isHierarchical {
            let candidates = terms.ordered.map(\.term).filter { candidate in
                own.map { own in !terms.lineage(of: candidate).contains { $0.id == own.id } } ?? true
            }
            fields.append(
                FormField(
                    "parent", "Stands under",
                    kind: .choices(
                        [AdminChoice(value: "", title: "none", isChosen: parent.isEmpty)]
                            + candidates.map { term in
                                AdminChoice(
                                    value: String(term.number), title: terms.path(of: term),
                                    isChosen: String(term.number) == parent)
                            }), fault: faults["parent"]))
        }
        fields.append(
            FormField(
                "description", "Description", value: description, kind: .lines(rows: 3),
                hint: "Stands over its posts.", fault: faults["description"]))
        return fields
    }
}

extension CheckedFields {
    mutating func termDraft() -> SaveTerm.Draft {
        SaveTerm.Draft(
            name: line("name", missing: "Give a name."), slug: line("slug"), description: raw("description"),
            parent: Int64(raw("parent")))
    }

    mutating func note(_ fault: TermFault) {
        switch fault {
        case .noSuchTerm: note("This is not there any more.", at: "parent")
        case .nameMissing: note("Give a name.", at: "name")
        case .slugMissing: note("The slug needs a letter or a digit.", at: "slug")
        case .slugTaken(let name): note("“\(name)” has this slug.", at: "slug")
        case .isDefault:
            note("Posts without a category stand here. Choose another for that first, under Site.", at: "sure")
        case .loop: note("It cannot stand under itself.", at: "parent")
        }
    }
}
