import Model
import Spam

/// A list of the owner's, of what holds a response or makes it spam. On each line stands a piece of text, looked for inside of
/// words too, as WordPress looks for them; a network (`192.0.2.0/24`); or a pattern between slashes (`/cas[i1]no/`).
package struct WordList: Sendable {
    /// Lines of one list.
    package static let most = 5_000
    /// Patterns in one list: each is a walk through the text.
    package static let mostPatterns = 50

    private enum Entry: Sendable {
        case piece(String)
        case network(IPNetwork)
        case pattern(SafePattern)
    }

    private let entries: [(line: String, entry: Entry)]

    /// Lines that cannot be read say nothing; `fault` tells of them before they are saved.
    package init(_ lines: [String]) {
        var patterns = 0
        entries = lines.prefix(Self.most).compactMap { line in
            if let pattern = Self.pattern(in: line) {
                patterns += 1
                guard patterns <= Self.mostPatterns, let pattern = try? SafePattern(pattern) else { return nil }
                return (line, .pattern(pattern))
            }
            if line.contains("/"), let network = IPNetwork(line) { return (line, .network(network)) }
            return line.isEmpty ? nil : (line, .piece(line.lowercased()))
        }
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// What is wrong with the lines of a list, in one sentence.
    package static func fault(in lines: [String]) -> String? {
        if lines.count > most { return "These are \(lines.count) lines; up to \(most) are taken." }
        let patterns = lines.compactMap(pattern)
        if patterns.count > mostPatterns {
            return "These are \(patterns.count) patterns; up to \(mostPatterns) are taken."
        }
        for line in patterns {
            do throws(SafePattern.Fault) {
                _ = try SafePattern(line)
            } catch {
                return "/\(line)/: \(error.sentence)"
            }
        }
        return nil
    }

    /// The first line that is found.
    ///
    /// - Parameter said: everything that is known of a response, in lower case.
    func first(in said: String, from address: IPAddress?) -> String? {
        entries.first { _, entry in
            switch entry {
            case .piece(let piece): said.contains(piece)
            case .network(let network): address.map(network.contains) ?? false
            case .pattern(let pattern): pattern.matches(said)
            }
        }?.line
    }

    private static func pattern(in line: String) -> String? {
        line.count > 2 && line.hasPrefix("/") && line.hasSuffix("/") ? String(line.dropFirst().dropLast()) : nil
    }
}
