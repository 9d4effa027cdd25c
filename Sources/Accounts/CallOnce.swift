package import Database
package import Model
import Store

/// Lets a call with a key of its caller's have its effect once, however often it is sent within a day.
package struct CallOnce: Sendable {
    private static let seconds: Int64 = 86_400

    private let database: any Database
    private let account: Account.ID
    private let key: String
    private let digest: String

    /// - Parameter digest: of what is sent: a key is not used for something else.
    package init(_ database: any Database, account: Account.ID, key: String, digest: String) {
        self.database = database
        self.account = account
        self.key = String(key.prefix(255))
        self.digest = digest
    }

    package enum Beginning: Hashable, Sendable {
        case new
        /// What was answered before.
        case known(status: Int, location: String?, body: String)
        /// The first call with this key has not ended.
        case underWay
        case other
    }

    package func begin(now: Instant) async throws -> Beginning {
        try await database.write { [account, key, digest] tx in
            try tx.forgetCalls(before: now.adding(seconds: -Self.seconds))
            if try tx.beginCall(key, digest: digest, of: account, at: now) { return .new }
            guard let call = try tx.call(key, of: account), call.digest == digest else { return .other }
            return call.status.map { .known(status: $0, location: call.location, body: call.body) } ?? .underWay
        }
    }

    package func end(status: Int, location: String?, body: String) async throws {
        try await database.write { [account, key] tx in
            try tx.endCall(key, of: account, status: status, location: location, body: body)
        }
    }

    package func forget() async throws {
        try await database.write { [account, key] tx in try tx.forgetCall(key, of: account) }
    }
}
