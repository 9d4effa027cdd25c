import Conversation

extension Set<String> {
    /// Whether the site answers under a name, which is without port. A filter's key may stand before one of its names, as
    /// clients of Akismet put it there.
    func admitsHost(_ name: String) -> Bool {
        if isEmpty || contains(name) { return true }
        let name = name.lowercased()
        if contains(name) { return true }
        let parts = name.split(separator: ".", maxSplits: 1)
        return parts.count == 2 && FilterKey.isPlausible(parts[0]) && contains(String(parts[1]))
    }
}
