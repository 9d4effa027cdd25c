extension SafeHTML {
    /// Scheme and host of each player that a card of it can load, each once, in their order
    /// (`https://www.youtube-nocookie.com`).
    package var playerOrigins: [String] {
        var found: [String] = []
        var rest = markup[...]
        // The sanitizer escapes `<` and `>` everywhere but in tags, and writes every value between `"`.
        while let tag = rest.firstRange(of: "<figure ") {
            let end = rest[tag.upperBound...].firstIndex(of: ">") ?? rest.endIndex
            if let name = rest[tag.upperBound..<end].firstRange(of: "data-player=\"https://") {
                let host = rest[name.upperBound..<end].prefix { $0 != "/" && $0 != "\"" }
                if !found.contains("https://" + host) { found.append("https://" + host) }
            }
            rest = rest[end...]
        }
        return found
    }
}
