package import Database
package import Model
import Spam
package import Store

/// Responses that say nearly the same.
package struct Flood: Hashable, Sendable {
    /// The one that came last.
    package let sample: CommentEvidence
    /// Public numbers, the newest first.
    package let numbers: [Int64]
}

/// Groups of responses in one state that are nearly the same, so that all of a group are decided at once.
package struct FindFloods: Sendable {
    /// Responses that are looked at, the newest.
    package static let most = 2_000
    /// Fewer that are alike are no flood.
    private static let least = 3

    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// The largest first.
    package func find(in status: Comment.Status) async throws -> [Flood] {
        let comments = try await database.read { tx in
            try tx.site().map { site in
                try tx.evidence(of: tx.newestComments(in: [status], site: site.id, limit: Self.most))
            } ?? []
        }
        var groups: [(hash: UInt64, members: [CommentEvidence])] = []
        for comment in comments.sorted(by: { $0.id.rawValue > $1.id.rawValue }) {
            guard let hash = SimHash.hash(comment.source) else { continue }
            if let index = groups.firstIndex(where: { SimHash.isNear($0.hash, hash) }) {
                groups[index].members.append(comment)
            } else {
                groups.append((hash, [comment]))
            }
        }
        return groups.filter { $0.members.count >= Self.least }
            .sorted { $0.members.count > $1.members.count }
            .map { Flood(sample: $0.members[0], numbers: $0.members.map(\.number)) }
    }
}
