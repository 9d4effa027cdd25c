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
        let found = try await database.read { tx -> (Site.ID, AkismetCheck, AkismetSettings)? in
            guard let site = try tx.site(), let comment = try tx.comment(number: number, site: site.id),
                try tx.discussion(site: site.id).asksAkismet, let check = try tx.akismetCheck(of: comment.id),
                check.answer == .waits, !check.form.isEmpty
            else { return nil }
            return (site.id, check, try tx.akismet(site: site.id))
        }
        guard let (site, check, settings) = found else { return nil }
        let (answer, alert) = await ask.check(
            AkismetForm(text: check.form).with("recheck_reason", "recheck"), settings)
        let settle = SettleAkismet(database)
        if let alert { try await settle.note(alert, site: site) }
        switch answer {
        case .none(let sentence): throw JobFault(sentence, isFinal: false)
        case .real(_, .some(let seconds)): return now.adding(seconds: seconds)
        case .real(let guid, nil): try await settle.settle(check, guid: guid, isSpam: false, site: site, now: now)
        case .spam(let guid, _): try await settle.settle(check, guid: guid, isSpam: true, site: site, now: now)
        }
        return nil
    }
}
