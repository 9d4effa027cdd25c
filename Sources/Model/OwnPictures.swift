extension SafeHTML {
    /// The addresses of the uploaded pictures that it shows from here, each once, in their order
    /// (`/wp-content/uploads/2012/02/a.jpg`, percent-encoded).
    package var ownPictures: [String] { Self.ownPictures(in: markup) }

    /// The same of markup that was sanitized. Read without a parser: the sanitizer writes every value between `"`, and
    /// `<` and `>` at a tag's ends alone.
    package static func ownPictures(in markup: String) -> [String] {
        var found: [String] = []
        var rest = markup.utf8[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            guard rest.starts(with: "<img ".utf8) else {
                rest = rest.dropFirst()
                continue
            }
            let end = rest.firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex
            // Every second part is a value; the last is none.
            let parts = rest[..<end].split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
            for (name, value) in zip(parts, parts.dropFirst().dropLast()) where name.ends(with: " src=") {
                guard value.starts(with: "/wp-content/uploads/".utf8), let address = String(value) else { continue }
                if !found.contains(address) { found.append(address) }
            }
            rest = rest[end...]
        }
        return found
    }
}

extension Substring.UTF8View {
    fileprivate func ends(with text: String) -> Bool { suffix(text.utf8.count).elementsEqual(text.utf8) }
}
