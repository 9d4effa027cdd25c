import Database
import Model
import Publishing
import Store

extension Check {
    /// Work that was given up after its last attempt.
    func checkJobs(_ database: any Database, site: Site.ID, _ findings: inout Findings) async throws {
        let dead = try await database.read { tx in try tx.deadJobs(site: site, limit: Self.listedJobs) }
        for job in dead {
            findings.wrong(
                "\(job.kind) \(job.key) was given up: \(job.error)",
                mend: job.kind == FetchMedia.kind
                    ? "thaw media fetch tries again" : "mend the cause; the next change tries again")
        }
    }

    /// How many are named.
    private static let listedJobs = 1000
}
