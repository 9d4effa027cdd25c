import Foundation
import Model

/// The cookies of those who respond. All are set when somebody sends a form, none by reading.
enum ReplyCookies {
    /// Tells which responses came from this browser, and that something of them was approved before.
    static let responder = SiteCookie("thaw-responder")
    static let responderSeconds = 365 * 24 * 3600

    /// Marks the one post, by its path, whose page shows something of this browser's own: that page is no copy from the
    /// store then. All others stay what everybody gets.
    static let own = SiteCookie("thaw-own")
    static let ownSeconds = 30 * 24 * 3600

    /// Name, e-mail address and website of who asked for it.
    static let commenter = SiteCookie("thaw-commenter")
    static let commenterSeconds = 365 * 24 * 3600

    /// With these, a page may be the reader's own.
    static var personalNames: [String] { own.names + commenter.names }
}

/// Who asked to be remembered, as their cookie has it. Nothing but a form is filled with it.
struct Commenter: Codable, Hashable, Sendable {
    var name: String
    var email: String
    var website: String

    /// Base64url of JSON: what people type does not fit into a cookie as it is.
    var cookie: String {
        let data = (try? JSONEncoder().encode(self)) ?? Data()
        return data.base64URL
    }

    init(name: String, email: String, website: String) {
        self.name = name
        self.email = email
        self.website = website
    }

    init?(cookie: String) {
        guard cookie.utf8.count <= 2_000, let data = Data(base64URL: cookie),
            let commenter = try? JSONDecoder().decode(Commenter.self, from: data)
        else { return nil }
        self = commenter
    }
}
