package import Database
import Foundation
package import Model
import Store

/// Sets what stands in a site's head and how it shows itself.
package struct ChangeSite: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    package func change(to site: Site, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let former = try tx.site(site.id), former != site else { return }
            if former.frontPage != site.frontPage { try tx.moveFrontPage(from: former, to: site, at: now) }
            try tx.update(site, at: now)
            try tx.touch(.lists, site: site.id, at: now)
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "change", objectKind: "site", objectID: site.id.rawValue,
                    before: Self.json(former), after: Self.json(site)),
                site: site.id)
        }
    }

    private static func json(_ site: Site) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let fields = [
            "title": site.title, "tagline": site.tagline, "language": site.language, "timeZone": site.timeZone,
            "postsPerPage": String(site.postsPerPage), "commentsPerPage": String(site.commentsPerPage),
            "feedItems": String(site.feedItems), "fullFeeds": String(site.hasFullFeeds),
            "hidden": String(site.isHidden), "frontPage": site.frontPage.map { String($0.rawValue) } ?? "",
            "permalinks": site.permalinks.rawValue, "dateFormat": site.dateFormat.rawValue, "theme": site.theme,
            "style": site.styleVersion, "icon": site.icon.map { String($0.rawValue) } ?? "",
            "defaultCategory": site.defaultCategory.map { String($0.rawValue) } ?? "",
            "postsPage": site.postsPage.map { String($0.rawValue) } ?? "",
        ]
        return (try? encoder.encode(fields)).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension WriteTransaction {
    /// The front page lives at the root of the site; whichever it was before gets an address of its own again.
    fileprivate func moveFrontPage(from former: Site, to site: Site, at now: Instant) throws {
        if let id = former.frontPage, let page = try post(id) {
            _ = try NewAddress(of: page, site: site, in: self).give(to: page, in: self)
            try touch(.post(id), site: site.id, at: now)
        }
        if let id = site.frontPage {
            _ = try setCanonicalPath("/", of: id, site: site.id)
            try touch(.post(id), site: site.id, at: now)
        }
    }
}
