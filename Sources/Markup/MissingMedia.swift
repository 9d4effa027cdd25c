/// What stands in the place of a sound or film: a link with the file's name and kind.
enum MissingMedia {
    static func links(for player: Element, isInLink: Bool) -> [Element.Node] {
        var addresses: [String] = []
        for url in ([player] + player.elements.filter { $0.name == "source" }).compactMap({ $0["src"] })
        where !addresses.contains(url) {
            addresses.append(url)
        }
        return addresses.filter { WebAddress($0) != nil || SafeAddress.local($0) != nil }.map { url in
            let file = WebAddress.fileName(of: url)
            let words = Element.Node.text(file.isEmpty ? WebAddress.readable(url) : file)
            let name: Element.Node =
                isInLink ? words : .element(Element("a", [("href", url), ("rel", "noreferrer")], children: [words]))
            return .element(
                Element(
                    "span", [("class", "missing-media missing-\(player.name)")],
                    children: [name, .text(" (\(player.name))")]))
        }
    }
}
