package import Database
import Foundation
package import Model
import Store
import Subscriptions

/// Sets what stands in a site's head and how it shows itself.
package struct ChangeSite: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    package func change(to site: Site, now: Instant) async throws {
        try await database.write { [actor] tx in try tx.change(to: site, by: actor, at: now) }
    }
}

extension WriteTransaction {
    /// The same in the transaction of what else belongs to it.
    func change(to site: Site, by actor: String, at now: Instant) throws {
        guard let former = try self.site(site.id), former != site else { return }
        if former.frontPage != site.frontPage { try moveFrontPage(from: former, to: site, at: now) }
        try update(site, at: now)
        try touch(.lists, site: site.id, at: now)
        if former.timeZone != site.timeZone { try planToday(at: now) }
        try record(
            Event(
                at: now, actor: actor, verb: "change", objectKind: "site", objectID: site.id.rawValue,
                before: former.json, after: site.json),
            site: site.id)
    }

    /// The front page lives at the root of the site; whichever it was before gets an address of its own again.
    private func moveFrontPage(from former: Site, to site: Site, at now: Instant) throws {
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

extension Site {
    /// For the record of what happened.
    fileprivate var json: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let fields = [
            "title": title, "tagline": tagline, "language": language, "timeZone": timeZone,
            "postsPerPage": String(postsPerPage), "commentsPerPage": String(commentsPerPage),
            "feedItems": String(feedItems), "fullFeeds": String(hasFullFeeds),
            "hidden": String(isHidden), "frontPage": frontPage.map { String($0.rawValue) } ?? "",
            "permalinks": permalinks.rawValue, "dateFormat": dateFormat.rawValue, "theme": theme,
            "style": styleVersion, "icon": icon.map { String($0.rawValue) } ?? "",
            "defaultCategory": defaultCategory.map { String($0.rawValue) } ?? "",
            "countsViews": String(countsViews), "postsPage": postsPage.map { String($0.rawValue) } ?? "",
        ]
        return (try? encoder.encode(fields)).map { String(decoding: $0, as: UTF8.self) }
    }
}
