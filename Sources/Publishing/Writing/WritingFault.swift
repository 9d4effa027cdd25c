/// Why something that a writer asked for was not done, in a sentence for them.
package enum WritingFault: Error, Hashable, Sendable, CustomStringConvertible {
    case noSite
    case noSuchPost(Int64)
    case notAllowed(String)
    /// Somebody saved the post since it was opened, or another window kept what was typed there.
    case conflict(version: Int)
    /// The text is too long, nests too deep, or makes too much of itself.
    case refusedText(String)
    case nothingToPublish
    case noSuchRevision
    case isMarkdown
    case noSuchPicture(Int64)
    case unknownTimeZone(String)
    /// It tells of no known day.
    case noAnniversary

    package var description: String {
        switch self {
        case .noSite: "There is no site yet."
        case .noSuchPost(let number): "There is no post with the number \(number)."
        case .notAllowed(let what): "Your role does not let you \(what)."
        case .conflict: "This was changed elsewhere since you opened it. Nothing was overwritten."
        case .refusedText(let why): why
        case .nothingToPublish: "A post without a title and a text cannot be published."
        case .noSuchRevision: "There is no such revision of this post."
        case .isMarkdown: "This text is in Markdown already."
        case .noSuchPicture(let number): "There is no picture with the number \(number)."
        case .noAnniversary: "This post tells of no known day, so it has no anniversary."
        case .unknownTimeZone(let name): "The site's time zone “\(name)” is not known."
        }
    }
}
