package import Citations

/// Names as people type them, one on each line: "Taubman, William", "King, Martin Luther, Jr."; what has no comma is an
/// organisation.
extension ReferenceName {
    package var line: String {
        if let literal { return literal }
        let names = [
            [nonDroppingParticle, family].compactMap(\.self).joined(separator: " "),
            [given, droppingParticle].compactMap(\.self).joined(separator: " "),
        ]
        let line = names.filter { !$0.isEmpty } + [suffix].compactMap(\.self)
        return names[1].isEmpty && suffix == nil ? names[0] + "," : line.joined(separator: ", ")
    }

    package init(line: String) {
        let parts = line.split(separator: ",", omittingEmptySubsequences: false)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        guard parts.count > 1 else {
            self.init(literal: parts.first ?? "")
            return
        }
        let suffix = parts.dropFirst(2).filter { !$0.isEmpty }.joined(separator: ", ")
        self.init(
            family: parts[0].isEmpty ? nil : parts[0], given: parts[1].isEmpty ? nil : parts[1],
            suffix: suffix.isEmpty ? nil : suffix)
    }
}

extension [ReferenceName] {
    package var lines: String { map(\.line).joined(separator: "\n") }

    /// - Parameter former: whose parts stay as they are where a line still says the same.
    package init(lines: String, formerly former: [ReferenceName]) {
        let known = Dictionary(former.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
        self = lines.split(whereSeparator: \.isNewline)
            .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            .filter { $0.contains { $0 != "," } }
            .map { known[$0] ?? ReferenceName(line: $0) }
    }
}
