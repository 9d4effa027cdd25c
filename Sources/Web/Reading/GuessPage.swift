import Database
import Foundation
import Model
import Search
import Store

extension FindPage {
    /// What somebody may have meant by an address where nothing is. As in WordPress, a slug that only one post's goes on
    /// from leads there, if the post has the same year, month and day where the address names them; else the posts whose
    /// titles share words with it are offered.
    ///
    /// - Parameter decoded: the address as `AddressKey` has it.
    func guess(_ decoded: String, site: Site, in tx: any ReadTransaction) throws -> FoundPage {
        let segments = decoded.split(separator: "/").map(String.init)
        guard let last = segments.last else { return .notFound(suggestions: []) }
        if let date = Self.datePrefix(segments.dropLast()) {
            let found = try tx.posts(slugStartingWith: last, datePrefix: date, site: site.id, limit: 2)
            if found.count == 1, let link = try tx.links(to: found).first { return .redirect(link.path) }
        }
        let words = SearchQuery(last.replacing("-", with: " "), limits: searchLimits)
        let near = try tx.nearestTitles(to: words, site: site.id, limit: 5, weighed: searchLimits.matches)
        return .notFound(suggestions: try tx.orderedLinks(to: near))
    }

    /// `2012-02-25`, `2012-02`, `2012` or nothing; nil where the segments are no date.
    private static func datePrefix(_ segments: ArraySlice<String>) -> String? {
        guard segments.count <= 3 else { return nil }
        for (index, segment) in segments.enumerated() {
            guard segment.utf8.count == (index == 0 ? 4 : 2), segment.utf8.allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
        }
        return segments.joined(separator: "-")
    }
}
