/// Something that a page shows and that a write can change: one post, the lists, the whole site.
///
/// The text is the journal's own form (`post/7`, `lists`); only equality matters here.
package struct Subject: Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package init(_ rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }
}
