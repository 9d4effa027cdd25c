package import Database
package import Model
import Store
import Subscriptions

/// Sets the state of responses: approved, held, spam, trash.
package struct ModerateComments: Sendable {
    private let database: any Database
    /// `account:3`, `mail`.
    private let actor: String

    package init(_ database: any Database, actor: String) {
        self.database = database
        self.actor = actor
    }

    /// What a response was before; the way back.
    package struct Change: Hashable, Sendable {
        package let number: Int64
        package let former: Comment.Status

        package init(number: Int64, former: Comment.Status) {
            self.number = number
            self.former = former
        }
    }

    /// Gives those that changed. Numbers that are nobody's, and responses that are in the state already, are passed over.
    package func set(_ status: Comment.Status, of numbers: [Int64], now: Instant) async throws -> [Change] {
        let changes = try await database.write { [actor] tx -> [Change] in
            guard let site = try tx.site() else { return [] }
            return try numbers.compactMap { number in
                guard let comment = try tx.comment(number: number, site: site.id), comment.status != status else {
                    return nil
                }
                try tx.setStatus(status, of: comment.id, site: site.id, at: now)
                try tx.record(.moderation(of: comment, to: status, by: actor, at: now), site: site.id)
                try tx.teach(comment, becoming: status, at: now)
                if status == .approved { try tx.tellFollowers(of: comment, at: now) }
                return Change(number: number, former: comment.status)
            }
        }
        // The words of what readers see no more have left the index; now they leave the file.
        if changes.contains(where: { $0.former == .approved }) { try await database.tidySearch() }
        return changes
    }
}

extension Event {
    static func moderation(of comment: Comment, to status: Comment.Status, by actor: String, at now: Instant) -> Event {
        Event(
            at: now, actor: actor, verb: "moderate", objectKind: "comment", objectID: comment.id.rawValue,
            before: "{\"status\":\"\(comment.status.rawValue)\"}", after: "{\"status\":\"\(status.rawValue)\"}")
    }
}
