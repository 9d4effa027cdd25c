package import Model

/// How often a job is tried, how long it waits between, and when its process is taken for dead.
package struct JobRules: Sendable {
    package var attempts: Int
    /// Before the second attempt; each further wait is twice as long.
    package var retrySeconds: Int64
    /// A job whose process is not heard of for so long runs again.
    package var leaseSeconds: Int64

    package init(attempts: Int = 5, retrySeconds: Int64 = 10, leaseSeconds: Int64 = 30) {
        self.attempts = attempts
        self.retrySeconds = retrySeconds
        self.leaseSeconds = leaseSeconds
    }

    /// When to try again after so many `attempts`; nil when that is enough.
    ///
    /// - Parameter jitter: from 0 to 1; spreads jobs that failed together over half of the wait.
    package func retry(after attempts: Int, at now: Instant, jitter: Double) -> Instant? {
        guard attempts < self.attempts else { return nil }
        let wait = (retrySeconds * 1000) << Int64(min(attempts - 1, 16))
        return Instant(milliseconds: now.milliseconds + wait * 3 / 4 + Int64(Double(wait) / 2 * jitter))
    }
}
