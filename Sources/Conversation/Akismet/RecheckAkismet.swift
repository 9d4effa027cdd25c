package import Database
package import Jobs
package import Model
import Store
import Subscriptions

/// Asks Akismet again of a response that waits for it: it gave no answer, or wants to be asked once more.
package struct RecheckAkismet: Sendable {
    package static let kind = "akismet.check"

    private let database: any Database
    private let ask: AskAkismet

    package init(_ database: any Database, ask: AskAkismet) {
        self.database = database
        self.ask = ask
    }

    package var handler: JobHandler {
        JobHandler(repeating: Self.kind) { payload, now in
            guard let number = Int64(payload) else { return nil }
            return try await run(number, now: now)
        }
    }

    /// - Returns: when it is to be asked once more; nil: never.
    package func run(_ number: Int64, now: Instant) async throws -> Instant? {
        guard let asked = try await database.read({ tx in try AskedComment(number, in: tx) }),
            asked.check.answer == .waits
        else { return nil }
        let (answer, alert) = await ask.check(asked.form.with("recheck_reason", "recheck"), asked.settings)
        let settle = SettleAkismet(database)
        if let alert { try await settle.note(alert, site: asked.site) }
        switch answer {
        case .none(let sentence): throw JobFault(sentence, isFinal: false)
        case .real(_, .some(let seconds)): return now.adding(seconds: seconds)
        case .real(let guid, nil):
            try await settle.settle(asked.check, site: asked.site, guid: guid, isSpam: false, now: now)
        case .spam(let guid, _):
            try await settle.settle(asked.check, site: asked.site, guid: guid, isSpam: true, now: now)
        }
        return nil
    }
}
