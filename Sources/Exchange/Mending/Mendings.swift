/// What was repaired in a file before it could be parsed: how often, and the first few places of each.
package struct Mendings: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A character, or a reference to one, that XML does not allow; removed.
        case controlCharacter = "control-character"
        /// Bytes that are not UTF-8, or that the declared encoding does not have; now U+FFFD.
        case invalidText = "invalid-text"
        /// `]]>` in the middle of a CDATA section, or outside of one; now text.
        case sectionEnd = "section-end"
        /// `&` that begins no reference; now `&amp;`.
        case ampersand
        /// An entity that only HTML knows, such as `&nbsp;`; now its character.
        case htmlEntity = "html-entity"
        /// `<` that begins no tag; now `&lt;`.
        case lessThan = "less-than"
        case byteOrderMark = "byte-order-mark"
        /// Blanks before the XML declaration; removed.
        case leadingBlanks = "leading-blanks"
    }

    package static let placesKept = 5

    package private(set) var counts: [Kind: Int] = [:]
    package private(set) var places: [Kind: [FilePlace]] = [:]

    package init() {}

    package var isEmpty: Bool { counts.isEmpty }

    mutating func note(_ kind: Kind, at place: FilePlace) {
        let count = counts[kind, default: 0]
        counts[kind] = count + 1
        if count < Self.placesKept { places[kind, default: []].append(place) }
    }

    mutating func add(_ other: Mendings) {
        for (kind, count) in other.counts { counts[kind, default: 0] += count }
        for (kind, found) in other.places {
            places[kind] = Array(((places[kind] ?? []) + found).prefix(Self.placesKept))
        }
    }
}
