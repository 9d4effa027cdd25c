import Spam

/// Domains that somebody else collects, of throw-away mail or of spam, loaded from files: a response whose mail address,
/// website or links are of one is held, or is spam.
package struct DomainLists: Hashable, Sendable {
    package var held: Set<String>
    package var blocked: Set<String>

    package init(held: Set<String> = [], blocked: Set<String> = []) {
        self.held = held
        self.blocked = blocked
    }

    /// One domain to a line; what stands behind `#` is a remark. Case and a `*.` or `@` before it do not count.
    package static func domains(in text: String) -> Set<String> {
        Set(
            text.split(whereSeparator: \.isNewline).compactMap { line in
                var domain = line.prefix { $0 != "#" }.lowercased().filter { !$0.isWhitespace }
                if domain.hasPrefix("*.") { domain.removeFirst(2) }
                if domain.hasPrefix("@") || domain.hasPrefix(".") { domain.removeFirst() }
                return domain.isEmpty ? nil : domain
            })
    }

    /// The first of a response's domains that is in a list, or below one of it.
    static func first(of list: Set<String>, among hosts: [String]) -> String? {
        if list.isEmpty { return nil }
        for host in hosts {
            var rest = host[...]
            while true {
                if list.contains(String(rest)) { return String(rest) }
                guard let dot = rest.firstIndex(of: ".") else { break }
                rest = rest[rest.index(after: dot)...]
            }
        }
        return nil
    }
}
