import Configuration
import Jobs

extension JobRules {
    /// `jobs.attempts`: how often a job is tried before it is given up. Default 5.
    /// `jobs.retry-seconds`: the wait before the second attempt; each further one is twice as long. Default 10.
    /// `jobs.lease-seconds`: a job whose process is not heard of for so long runs again. Default 30.
    static let keys = ["jobs.attempts", "jobs.retry-seconds", "jobs.lease-seconds"]

    init(_ source: SettingsSource) throws {
        self.init()
        attempts = try source.int("jobs.attempts", in: 1...30) ?? attempts
        retrySeconds = try source.int("jobs.retry-seconds", in: 0...3600).map(Int64.init) ?? retrySeconds
        leaseSeconds = try source.int("jobs.lease-seconds", in: 1...3600).map(Int64.init) ?? leaseSeconds
    }
}
