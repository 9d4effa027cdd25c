/// What Akismet said of a response.
package enum AkismetAnswer: Hashable, Sendable {
    case spam(guid: String, isCertain: Bool)
    /// - seconds: after which it wants to be asked again; nil: that is its last word.
    case real(guid: String, recheckAfter: Int64?)
    /// No answer, or none that can be read; why.
    case none(String)

    /// Nil where there is no last word yet.
    var saysSpam: Bool? {
        switch self {
        case .spam: true
        case .real(_, nil): false
        case .real, .none: nil
        }
    }

    /// Akismet's name for the response; empty where it gave none.
    var guid: String {
        switch self {
        case .spam(let guid, _), .real(let guid, _): guid
        case .none: ""
        }
    }
}
