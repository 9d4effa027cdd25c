import Jobs
import Logging
import Model
import ServiceLifecycle

/// Runs jobs while the server runs. A job that a shutdown interrupts waits for the next start.
struct JobService: Service {
    let jobs: RunJobs
    /// Changes with every commit of any process; takes about a microsecond to ask.
    let currentVersion: @Sendable () -> Int64?
    let logger: Logger
    /// How often the version is asked for.
    private let interval = Duration.seconds(1)

    init(_ jobs: RunJobs, currentVersion: @escaping @Sendable () -> Int64?, logger: Logger) {
        self.jobs = jobs
        self.currentVersion = currentVersion
        self.logger = logger
    }

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let version = currentVersion()
                let due = try await work()
                // Nobody can have asked for anything without a commit.
                repeat {
                    try await Task.sleep(for: interval)
                } while version == currentVersion() && version != nil && due.map { $0 > .now } ?? true
            }
        }
    }

    /// Runs what is due, and tells when the next is.
    private func work() async throws -> Instant? {
        do {
            guard let due = try await jobs.nextDue(), due <= .now else { return try await jobs.nextDue() }
            while try await jobs.runOne() {}
            return try await jobs.nextDue()
        } catch let error as CancellationError {
            throw error
        } catch {
            // The next look tries again.
            logger.error("a job could not be run", metadata: ["error": "\(error)"])
            return nil
        }
    }
}
