package import Model

/// Behind each link to an address of which the owner has attached an archived copy stands a small link to the copy. The
/// text itself stays as it was written: excerpts, counts of words and the source know nothing of it.
package struct ArchivedLinks: Sendable {
    /// The class of such a link.
    static let name = "archived"

    /// The copies' addresses by the addresses without fragments.
    private let archives: [String: String]
    /// What a link to a copy says, in the site's language.
    private let word: String

    package init(_ archives: [String: String] = [:], word: String = "archived") {
        self.archives = archives
        self.word = word
    }

    package func mark(_ page: SafeHTML) -> SafeHTML {
        if archives.isEmpty { return page }
        let bytes = Bytes(page.markup.utf8)
        var scanner = HTMLScanner(bytes)
        var writer = HTMLWriter()
        var output = Bytes()
        output.reserveCapacity(bytes.count)
        var copy: String?
        while let token = scanner.next() {
            output += bytes[token.range]
            guard token.name == "a" else { continue }
            if token.kind == .startTag {
                copy = Self.link(token, scanner).address.flatMap { archives[$0] }
            } else if token.kind == .endTag, let address = copy {
                copy = nil
                writer = HTMLWriter()
                let link = Element("a", [("class", Self.name), ("href", address)], children: [.text(word)])
                writer.write(Element("small", children: [.text("("), .element(link), .text(")")]))
                output += Bytes(" ".utf8) + writer.output
            }
        }
        return SafeHTML(sanitized: String(decoding: output, as: UTF8.self))
    }

    /// Where the start tag of a link leads on the web, without a fragment.
    static func link(_ token: HTMLScanner.Token, _ scanner: HTMLScanner) -> (address: String?, isArchive: Bool) {
        var (address, isArchive) = (String?.none, false)
        scanner.forEachAttribute(of: token) { name, value in
            switch scanner.bytes.lowercasedText(name) {
            case "href": address = scanner.bytes.text(value)
            case "class": isArchive = scanner.bytes.text(value).split(separator: " ").contains { $0 == Self.name }
            default: break
            }
        }
        guard let address, WebAddress(address) != nil else { return (nil, isArchive) }
        let whole = address.prefix { $0 != "#" }.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
        return (String(whole), isArchive)
    }
}
