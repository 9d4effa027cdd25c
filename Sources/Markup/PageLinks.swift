/// Where a page of somebody else's points by the relations of its `link` and `a` elements, in the page's order.
package enum PageLinks {
    package static func read(_ page: [UInt8]) -> [(relations: String, address: String)] {
        let bytes = page.withUnsafeBytes { Bytes($0) }
        var scanner = HTMLScanner(bytes)
        var links: [(relations: String, address: String)] = []
        while let token = scanner.next() {
            guard token.kind == .startTag, token.name == "link" || token.name == "a" else { continue }
            var (relations, address) = (String?.none, String?.none)
            scanner.forEachAttribute(of: token) { name, value in
                switch bytes.lowercasedText(name) {
                case "rel": relations = relations ?? bytes.text(value)
                case "href": address = address ?? bytes.text(value).replacing("&amp;", with: "&")
                default: break
                }
            }
            if let relations, let address { links.append((relations, address)) }
        }
        return links
    }
}
