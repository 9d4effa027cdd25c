package import Database
package import Jobs
import Model
import Store

/// Forgets addresses that nobody confirmed, and those that ended everything, after a week.
package struct ForgetUnconfirmed: Sendable {
    package static let kind = "subscription.forget"
    static let seconds: Int64 = 7 * 86_400

    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    package var handler: JobHandler {
        JobHandler(repeating: Self.kind) { _, now in
            try await database.write { tx in
                guard let site = try tx.site() else { return nil }
                let limit = now.adding(seconds: -Self.seconds)
                let left = try tx.forgetUnconfirmed(askedBefore: limit, site: site.id)
                return left ? now.adding(seconds: 86_400) : nil
            }
        }
    }
}
