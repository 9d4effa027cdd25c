/// Names as lists and notes write them.
extension ReferenceName {
    /// `Ludwig van Beethoven`, `Martin Luther King Jr.`
    var direct: String { literal ?? Self.words([given, droppingParticle, nonDroppingParticle, family, suffix]) }

    /// `Beethoven, Ludwig van`, `King, Martin Luther, Jr.`
    var inverted: String { literal ?? Self.clauses([short, Self.words([given, droppingParticle]), suffix ?? ""]) }

    /// `King, M. L., Jr.`
    var initialed: String { literal ?? Self.clauses([short, Self.words([initials, droppingParticle]), suffix ?? ""]) }

    /// `M. L. King Jr.`
    var initialedDirect: String {
        literal ?? Self.words([initials, droppingParticle, nonDroppingParticle, family, suffix])
    }

    /// `van Gogh`; the given name of whom has no other.
    var short: String {
        if let literal { return literal }
        let name = Self.words([nonDroppingParticle, family])
        return name.isEmpty ? given ?? "" : name
    }

    /// `W. C.` for William Chase, `J.-P.` for Jean-Paul.
    private var initials: String? {
        guard family != nil || nonDroppingParticle != nil else { return nil }
        return given.map { given in
            given.split { $0.isWhitespace || $0 == "." }
                .map { name in
                    name.split(separator: "-").compactMap { $0.first.map { $0.uppercased() + "." } }
                        .joined(separator: "-")
                }
                .filter { !$0.isEmpty && $0 != "-" }
                .joined(separator: " ")
        }
    }

    private static func words(_ parts: [String?]) -> String {
        parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func clauses(_ parts: [String]) -> String {
        guard let first = parts.first else { return "" }
        // Whose only name is a given one has nothing to invert.
        return ([first] + parts.dropFirst().filter { !$0.isEmpty && $0 != first }).joined(separator: ", ")
    }
}

/// How many names of a list are told, and how they are joined.
struct NameList {
    /// More than so many are shortened.
    let most: Int
    /// How many are left then.
    let least: Int
    let conjunction: String
    let andOthers: String
    /// Whether two names have a comma between them: `Taubman, W., & Troyanovsky, O.`
    var hasCommaBetweenTwo = false

    /// - Parameter written: Each name, by its place.
    func text(_ names: [ReferenceName], _ written: (Int, ReferenceName) -> String) -> String {
        let told = names.filter { $0 != .others }
        let isShortened = told.count > most || told.count < names.count
        let shown = (told.count > most ? Array(told.prefix(least)) : told).enumerated().map(written)
        if isShortened {
            let comma = shown.count > 1 || shown.first?.contains(",") == true && hasCommaBetweenTwo
            return shown.joined(separator: ", ") + (comma ? ", " : " ") + andOthers
        }
        guard shown.count > 1 else { return shown.first ?? "" }
        let comma = shown.count > 2 || hasCommaBetweenTwo ? ", " : " "
        return shown.dropLast().joined(separator: ", ") + comma + conjunction + " " + shown[shown.count - 1]
    }
}
