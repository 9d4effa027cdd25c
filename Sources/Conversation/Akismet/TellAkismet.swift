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
        let found = try await database.read { tx -> (asked: AskedComment, isSpam: Bool)? in
            guard let asked = try AskedComment(number, in: tx),
                // It may have been decided otherwise once more.
                let isSpam = try tx.judgement(of: asked.check.comment)?.taught, asked.check.contradicts(isSpam: isSpam)
            else { return nil }
            return (asked, isSpam)
        }
        guard let (asked, isSpam) = found else { return }
        if let fault = await ask.submit(asked.form, isSpam: isSpam, asked.settings) {
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
