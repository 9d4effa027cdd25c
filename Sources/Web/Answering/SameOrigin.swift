import HTTPTypes
import Hummingbird

/// Refuses forms that another site's page sent, without a token in our own pages, which are shared by all readers.
enum SameOrigin {
    /// `Sec-Fetch-Site` must say `same-origin`, or `none` for what a person typed. Where a browser sends none (plain http),
    /// `Origin` must be the site's own. Where both are absent no browser sent it, so no cookie of a reader came along.
    static func require(_ request: Request, from visitor: TrustedProxies.Visitor, location: SiteLocation) throws {
        if let site = request.headers[.secFetchSite] {
            guard site == "same-origin" || site == "none" else { throw refusal }
        } else if let origin = request.headers[.origin] {
            // A proxy may ask for another host than the visitor did, and tells which.
            let host = (visitor.host ?? request.head.authority).map { "://\($0)" }
            let scheme = visitor.scheme ?? ""
            guard origin == location.url || host.map(origin.hasSuffix) == true && origin.hasPrefix(scheme) else {
                throw refusal
            }
        }
    }

    private static let refusal = Refusal(.forbidden, "This form was sent from another site, so it was not taken.")
}

extension HTTPField.Name {
    fileprivate static let secFetchSite = Self("sec-fetch-site")!
}
