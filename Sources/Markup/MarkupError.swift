/// Markup that is refused before a parser sees it, because taking it would cost too much.
package enum MarkupError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Bytes of UTF-8.
    case tooLong(bytes: Int, limit: Int)
    /// Elements open inside one another; `element` is the one that went too far, at a byte offset of the cleaned text.
    case tooDeep(element: String, limit: Int)
    /// Of something that grows faster than the text that asks for it.
    case tooMany(what: String, limit: Int)

    package var description: String {
        switch self {
        case .tooLong(let bytes, let limit): "The text has \(bytes) bytes; at most \(limit) are taken."
        case .tooDeep(let element, let limit):
            "More than \(limit) elements are open inside one another (at <\(element)>)."
        case .tooMany(let what, let limit): "The text has too many \(what); at most \(limit) are taken."
        }
    }
}
