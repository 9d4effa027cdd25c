import Foundation
import Markup
import Model
import Outbound

/// Where a page points by its relations: fields of its head first, then its own elements.
struct SiteLinks {
    private var found: [(relation: String, address: String)] = []

    init(_ answer: AskAnswer) {
        let base = URL(string: answer.url)
        func add(_ relations: some StringProtocol, _ address: some StringProtocol) {
            guard let url = URL(string: String(address), relativeTo: base)?.absoluteString, url.isWebAddress else {
                return
            }
            for relation in relations.lowercased().split(whereSeparator: \.isWhitespace) {
                found.append((String(relation), url))
            }
        }
        for field in answer.links {
            for link in LinkField.read(field) { add(link.relations, link.address) }
        }
        for link in PageLinks.read(answer.body) { add(link.relations, link.address) }
    }

    func first(_ relation: String) -> String? { found.first { $0.relation == relation }?.address }
}

/// `Link` in a head (RFC 8288): `<https://example.org/auth>; rel="authorization_endpoint"`, more of them after commas.
enum LinkField {
    static func read(_ field: String) -> [(relations: String, address: String)] {
        var links: [(relations: String, address: String)] = []
        // An address has neither `<` nor `>`, so each `<` begins a link.
        for piece in field.split(separator: "<").filter({ $0.contains(">") }) {
            let end = piece.firstIndex(of: ">")!
            for parameter in piece[piece.index(after: end)...].split(separator: ";") {
                let parts = parameter.split(separator: "=", maxSplits: 1).map {
                    $0.trimmingCharacters(in: .whitespaces)
                }
                guard parts.count == 2, parts[0].lowercased() == "rel" else { continue }
                let value =
                    parts[1].hasPrefix("\"")
                    ? parts[1].dropFirst().prefix { $0 != "\"" } : parts[1].prefix { $0 != "," }
                links.append((String(value), String(piece[..<end])))
                break
            }
        }
        return links
    }
}
