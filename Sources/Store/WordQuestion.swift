internal import Database
internal import Search

/// A question in the language of an engine's index. Tokens are letters and digits only, so they need no escaping.
struct WordQuestion {
    private let dialect: Dialect

    init(_ dialect: Dialect) { self.dialect = dialect }

    /// All that is looked for, and nothing that is not wanted.
    func text(_ query: SearchQuery) -> String {
        let wanted = conjunction(query.terms)
        guard !query.excluded.isEmpty else { return wanted }
        return switch dialect {
        case .sqlite: "(\(wanted)) NOT (\(disjunction(query.excluded)))"
        case .postgres: "(\(wanted)) & !(\(disjunction(query.excluded)))"
        }
    }

    /// All that is looked for in the title, and nothing that is not wanted anywhere.
    func titles(_ query: SearchQuery) -> String {
        switch dialect {
        case .sqlite: "({title} : (\(conjunction(query.terms)))) AND (\(text(query)))"
        case .postgres: "\(conjunction(query.terms, weight: "A")) & \(text(query))"
        }
    }

    func anyInTitles(_ query: SearchQuery) -> String {
        switch dialect {
        case .sqlite: "{title} : (\(disjunction(query.terms)))"
        case .postgres: disjunction(query.terms, weight: "A")
        }
    }

    func anyExcluded(_ query: SearchQuery) -> String { disjunction(query.excluded) }

    private func conjunction(_ terms: [SearchQuery.Term], weight: String = "") -> String {
        terms.map { self.term($0, weight: weight) }.joined(separator: dialect == .sqlite ? " AND " : " & ")
    }

    private func disjunction(_ terms: [SearchQuery.Term], weight: String = "") -> String {
        terms.map { self.term($0, weight: weight) }.joined(separator: dialect == .sqlite ? " OR " : " | ")
    }

    /// - Parameter weight: PostgreSQL's letter for a column.
    private func term(_ term: SearchQuery.Term, weight: String) -> String {
        switch dialect {
        case .sqlite: return "\"\(term.tokens.joined(separator: " "))\"" + (term.isPrefix ? " *" : "")
        case .postgres:
            let words = term.tokens.enumerated().map { index, token in
                let isPrefix = term.isPrefix && index == term.tokens.count - 1
                let marks = (isPrefix ? "*" : "") + weight
                return "'\(token)'" + (marks.isEmpty ? "" : ":\(marks)")
            }
            return "(\(words.joined(separator: " <-> ")))"
        }
    }
}
