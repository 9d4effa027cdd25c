package import Database
import Foundation
package import Model
import Store
import Subscriptions

/// Sets how the site shows what its posts tell of.
package struct ChangeChronicle: Sendable {
    private let database: any Database
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    /// At the root, where nothing of the site's own is in the way; else its folder stays.
    package func change(to chronicle: Chronicle, now: Instant) async throws {
        try await database.write { [actor] tx in
            guard let site = try tx.site() else { throw WritingFault.noSite }
            let former = try tx.chronicle(site: site.id)
            guard former != chronicle else { return }
            try tx.set(chronicle, site: site.id, at: now)
            try tx.record(
                Event(
                    at: now, actor: actor, verb: "change chronicle", objectKind: "site", objectID: site.id.rawValue,
                    before: former.json, after: chronicle.json),
                site: site.id)
            try tx.keepChronicleApart(site: site.id, at: now)
            if former.mailHour != chronicle.mailHour { try tx.planToday(at: now) }
        }
    }
}

extension Chronicle {
    /// For the record of what happened.
    fileprivate var json: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let fields = [
            "folder": prefix, "leapDay": leapDay.rawValue, "onHome": String(isOnHome),
            "besidePosts": String(isBesidePosts), "perPage": String(perPage), "mailHour": String(mailHour),
        ]
        return (try? encoder.encode(fields)).map { String(decoding: $0, as: UTF8.self) }
    }
}
