/// What a sanitizer left out, by name, so that a report can say what an import lost.
package struct Dropped: Hashable, Sendable {
    package var elements: [String: Int] = [:]
    package var attributes: [String: Int] = [:]
    /// Properties of inline styles that have no class of ours.
    package var styles: [String: Int] = [:]

    package init() {}

    package var isEmpty: Bool { elements.isEmpty && attributes.isEmpty && styles.isEmpty }

    package mutating func add(_ other: Dropped) {
        elements.merge(other.elements, uniquingKeysWith: +)
        attributes.merge(other.attributes, uniquingKeysWith: +)
        styles.merge(other.styles, uniquingKeysWith: +)
    }
}
