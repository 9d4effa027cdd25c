package import Citations
import Foundation
import Model
package import Store

extension Reference {
    package init?(_ stored: StoredSource) { self.init(stored: stored.csl) }

    /// Nil for what is no item of CSL-JSON.
    init?(stored csl: String) {
        guard let reference = try? CSLJSON.read(Array(csl.utf8)).references.first else { return nil }
        self = reference
    }

    /// All that it may be looked up by, in small letters.
    fileprivate var words: String {
        let people = (author + editor + translator + containerAuthor).map(\.line)
        let texts = [title, containerTitle, collectionTitle, publisher, archive, archiveLocation].compactMap(\.self)
        return ([key] + people + [issued?.typed ?? ""] + texts).joined(separator: " ").lowercased()
    }
}

extension StoredSource {
    /// - Throws: For a number that JSON has no form for.
    package init(_ reference: Reference) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        self.init(
            key: reference.key, csl: String(decoding: try encoder.encode(reference.cslItem), as: UTF8.self),
            sortKey: reference.sortText, words: reference.words)
    }
}
