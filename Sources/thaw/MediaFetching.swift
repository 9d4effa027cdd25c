import Database
import Images
import Jobs
import Model
import Outbound
import Publishing

/// How files are fetched.
func fetchMedia(_ settings: Settings, database: any Database) -> FetchMedia {
    FetchMedia(
        database, files: MediaFiles(folder: DataFolder(path: settings.dataFolder).media),
        pictures: PictureMaker(program: settings.pictures.program, limits: settings.pictures.limits),
        fetch: FetchFile(settings.outbound), byteLimit: settings.mediaFileBytes)
}

/// Runs jobs of these kinds, by this machine's clock.
func runJobs(_ settings: Settings, _ handlers: [JobHandler], database: any Database) -> RunJobs {
    RunJobs(
        database, handlers: handlers, rules: settings.jobs, now: { .now }, jitter: { Double.random(in: 0...1) })
}

/// Fetches every file that is not here yet, and says what came of them.
func fetchFiles(_ settings: Settings, database: any Database, line: ProgressLine) async throws -> MediaReport {
    let fetch = fetchMedia(settings, database: database)
    let adopted = try await fetch.enqueueMissing(now: .now)
    let before = try await fetch.missing()
    try await runJobs(settings, [fetch.handler], database: database).runUntilEmpty(
        wait: { try await Task.sleep(for: .milliseconds($0)) },
        progress: { line.show(files: min($0, before), of: before) })
    return try await fetch.report(adopted: adopted, missingBefore: before, now: .now)
}
