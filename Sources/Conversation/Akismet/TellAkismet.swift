package import Database
package import Jobs
import Model
import Store

/// Submits to Akismet what somebody made of a response that it had judged otherwise.
package struct TellAkismet: Sendable {
    package static let kind = "akismet.tell"

    private let database: any Database
    private let ask: AskAkismet

    package init(_ database: any Database, ask: AskAkismet) {
        self.database = database
        self.ask = ask
    }

    package var handler: JobHandler {
        JobHandler(Self.kind) { payload, _ in
            if let number = Int64(payload) { try await run(number) }
        }
    }

    package func run(_ number: Int64) async throws {
        let found = try await database.read { tx -> (form: AkismetForm, isSpam: Bool, settings: AkismetSettings)? in
            guard let site = try tx.site(), let comment = try tx.comment(number: number, site: site.id),
                try tx.discussion(site: site.id).asksAkismet, let check = try tx.akismetCheck(of: comment.id),
                // It may have been decided otherwise once more.
                let isSpam = try tx.judgement(of: comment.id)?.taught, check.contradicts(isSpam: isSpam),
                !check.form.isEmpty
            else { return nil }
            return (AkismetForm(text: check.form), isSpam, try tx.akismet(site: site.id))
        }
        guard let found else { return }
        if let fault = await ask.submit(found.form, isSpam: found.isSpam, found.settings) {
            throw JobFault(fault, isFinal: false)
        }
    }
}

extension AkismetCheck {
    /// Whether Akismet ought to hear of a decision.
    func contradicts(isSpam: Bool) -> Bool {
        switch answer {
        case .spam: !isSpam
        case .real, .waits: isSpam
        }
    }
}
