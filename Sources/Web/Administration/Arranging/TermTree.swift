import Model
import Store

/// The terms of a taxonomy as they stand under each other.
struct TermTree: Sendable {
    /// Parents before children, by name.
    let ordered: [CountedTerm]
    private let byID: [Term.ID: Term]

    init(_ terms: [CountedTerm]) {
        byID = Dictionary(uniqueKeysWithValues: terms.map { ($0.term.id, $0.term) })
        let ids = Set(byID.keys)
        let children = Dictionary(grouping: terms) { counted in
            counted.term.parent.flatMap { ids.contains($0) ? $0 : nil }
        }
        var result: [CountedTerm] = []
        var seen: Set<Term.ID> = []
        func append(under parent: Term.ID?) {
            for counted in children[parent, default: []].sorted(by: { $0.term.name < $1.term.name })
            where seen.insert(counted.term.id).inserted {
                result.append(counted)
                append(under: counted.term.id)
            }
        }
        append(under: nil)
        ordered = result
    }

    /// The term and what it stands under, outermost first.
    func lineage(of term: Term) -> [Term] {
        var lineage = [term]
        while let id = lineage[0].parent, let parent = byID[id], lineage.count < byID.count {
            lineage.insert(parent, at: 0)
        }
        return lineage
    }

    /// “History › Cold War”; nil at the top.
    func above(_ term: Term) -> String? {
        let names = lineage(of: term).dropLast().map(\.name)
        return names.isEmpty ? nil : names.joined(separator: " › ")
    }

    /// With all that it stands under.
    func path(of term: Term) -> String { lineage(of: term).map(\.name).joined(separator: " › ") }
}
