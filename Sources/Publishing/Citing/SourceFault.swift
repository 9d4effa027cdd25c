/// Why something that was asked of a source was not done, in a sentence.
package enum SourceFault: Error, Hashable, Sendable, CustomStringConvertible {
    case noSuchSource(String)
    case notAKey(String)
    case keyTaken(String)
    /// By so many posts.
    case isCited(String, posts: Int)
    case unwritable

    package var description: String {
        switch self {
        case .noSuchSource(let key): "There is no source with the key “\(key)”."
        case .notAKey(""): "A source needs a key."
        case .notAKey(let text): "“\(text)” can be no key: no blanks, brackets, braces, commas or quotation marks."
        case .keyTaken(let key): "Another source has the key “\(key)”."
        case .isCited(let key, posts: 1): "One post cites “\(key)”."
        case .isCited(let key, let posts): "\(posts) posts cite “\(key)”."
        case .unwritable: "It holds a number that JSON has no form for."
        }
    }
}
