package import Model

/// What is done for jobs of one kind.
package struct JobHandler: Sendable {
    package let kind: String
    /// May run more than once for one job, so doing it again changes nothing. Gives when the job runs again; nil: never.
    package let run: @Sendable (_ payload: String, _ now: Instant) async throws -> Instant?
    /// Its own, where the others' do not fit.
    package let rules: JobRules?

    package init(
        _ kind: String, rules: JobRules? = nil,
        run: @escaping @Sendable (_ payload: String, _ now: Instant) async throws -> Void
    ) {
        self.init(repeating: kind, rules: rules) { payload, now in
            try await run(payload, now)
            return nil
        }
    }

    /// Of jobs that know when they are needed again.
    package init(
        repeating kind: String, rules: JobRules? = nil,
        run: @escaping @Sendable (_ payload: String, _ now: Instant) async throws -> Instant?
    ) {
        self.kind = kind
        self.rules = rules
        self.run = run
    }
}

/// Why a job failed, in one sentence. Any other error counts as one that may pass.
package struct JobFault: Error, CustomStringConvertible {
    package let description: String
    /// Another attempt would end in the same way.
    package let isFinal: Bool
    /// The other side asks for a pause, which all jobs of the kind keep: so many seconds at least.
    package let pauseSeconds: Int64?

    package init(_ description: String, isFinal: Bool, pauseSeconds: Int64? = nil) {
        self.description = description
        self.isFinal = isFinal
        self.pauseSeconds = pauseSeconds
    }
}
