/// What stands in the place of a picture whose file is not here: its words, with a link to where it was.
enum MissingPicture {
    /// Marks, between two steps of a pass, a picture whose link takes the place of the one around it. Not a class that
    /// may stay, so it never reaches a page.
    static let replacesLink = "thaw-replaces-link"

    static func element(for image: Element, figure: Element?, link: Element?) -> Element {
        let url = image["src"] ?? ""
        let words = Element.Node.text(words(for: image, url: url, figure: figure))
        let span = Element("span", [("class", "missing-picture " + (image["class"] ?? ""))])
        for name in ["style", "align"] { span[name] = image[name] }
        let isReachable = WebAddress(url) != nil || SafeAddress.local(url) != nil
        if let link, link["href"] != nil {
            if link["href"].map({ isSamePicture($0, url) }) == true, isReachable, isAlone(in: link) {
                span["class"] = "\(span["class"] ?? "") \(replacesLink)"
                // The link's address is the picture in full.
                span.children = [.element(anchor(link["href"] ?? url, words))]
            } else {
                span.children = [words]
            }
        } else if isReachable {
            span.children = [.element(anchor(url, words))]
        } else {
            span.children = [words]
        }
        return span
    }

    private static func anchor(_ url: String, _ words: Element.Node) -> Element {
        Element("a", [("href", url), ("rel", "noreferrer")], children: [words])
    }

    private static func isAlone(in link: Element) -> Bool {
        link.children.filter { !$0.isBlank }.count == 1
    }

    private static func words(for image: Element, url: String, figure: Element?) -> String {
        let caption = figure?.first { $0.name == "figcaption" }?.textContent
        for words in [image["alt"], caption, image["title"], WebAddress.fileName(of: url)] {
            if let words = words?.trimmed, !words.isEmpty { return words }
        }
        return url.hasPrefix("data:") ? "…" : url
    }

    /// Whether two addresses name one upload: without query, scheme and the size before the ending (`-300x200`).
    private static func isSamePicture(_ one: String, _ other: String) -> Bool {
        func name(_ url: String) -> String {
            let name = UploadName.withoutSize(String(url.prefix { $0 != "?" && $0 != "#" }))
            return name.split(separator: "//", maxSplits: 1).last.map(String.init) ?? name
        }
        return name(one) == name(other)
    }
}
