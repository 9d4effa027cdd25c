internal import Foundation

/// Writes Thaw's own export format, one JSON object; docs/export.md describes it. It grows by keys that older readers may
/// pass over; what changes the meaning of a key counts `formatVersion` up.
package struct JSONExportWriter: ExportWriter {
    package static let formatVersion = 1

    /// Where the writer stands in the object.
    private enum Part: String {
        case start, authors, terms, posts
    }

    private var part = Part.start
    private var isFirst = true
    private let encoder: JSONEncoder

    package init() {
        encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    package mutating func write(_ record: ExportRecord, to bytes: inout [UInt8]) {
        switch record {
        case .blog(let blog):
            bytes += Array("{\"format\":\"thaw-export\",\"version\":\(Self.formatVersion),\n\"site\":".utf8)
            append(JSONSite(blog), to: &bytes)
        case .author(let author): append(JSONAuthor(author), in: .authors, to: &bytes)
        case .term(let term): append(JSONTerm(term), in: .terms, to: &bytes)
        case .item(let item): append(JSONPost(item), in: .posts, to: &bytes)
        // Only a reader makes these.
        case .oversized: break
        }
    }

    package mutating func finish(_ bytes: inout [UInt8]) {
        advance(to: .posts, &bytes)
        bytes += Array("]}\n".utf8)
    }

    private mutating func append(_ value: some Encodable, in part: Part, to bytes: inout [UInt8]) {
        advance(to: part, &bytes)
        bytes += Array((isFirst ? "\n" : ",\n").utf8)
        isFirst = false
        append(value, to: &bytes)
    }

    /// Closes the list that is open and opens those up to `part`, so that all three are there even when empty.
    private mutating func advance(to part: Part, _ bytes: inout [UInt8]) {
        let order: [Part] = [.start, .authors, .terms, .posts]
        while self.part != part, let index = order.firstIndex(of: self.part), index + 1 < order.count {
            bytes += Array((self.part == .start ? "," : "],").utf8)
            self.part = order[index + 1]
            bytes += Array("\n\"\(self.part.rawValue)\":[".utf8)
            isFirst = true
        }
    }

    private func append(_ value: some Encodable, to bytes: inout [UInt8]) {
        // Strings and integers cannot fail to encode.
        bytes += (try? encoder.encode(value)).map(Array.init) ?? Array("null".utf8)
    }
}
