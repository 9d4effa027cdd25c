package import Database
import Foundation
package import Images
package import Jobs
import Markup
package import Model
package import Outbound
import Store

/// Fetches a blog's files from where they were: one durable job for each.
package struct FetchMedia: Sendable {
    package static let kind = "media.fetch"
    private let database: any Database
    private let files: MediaFiles
    private let fetch: FetchFile
    private let take: TakeFile
    private let byteLimit: Int

    /// - Parameter byteLimit: of one file.
    package init(
        _ database: any Database, files: MediaFiles, pictures: PictureMaker, fetch: FetchFile, byteLimit: Int
    ) {
        self.database = database
        self.files = files
        self.fetch = fetch
        self.byteLimit = byteLimit
        take = TakeFile(database: database, files: files, pictures: pictures, byteLimit: byteLimit)
    }

    /// Fetches one file. The posts that show it are rendered again later: `showHandler`, or `report`.
    package var handler: JobHandler { JobHandler(Self.kind) { key, now in try await run(key, now: now) } }

    package var showHandler: JobHandler {
        JobHandler(ShowMedia.kind) { [database] _, now in _ = try await ShowMedia(database).run(now: now) }
    }

    /// Asks for every file that is not here yet, those that only posts name included; what failed before gets another
    /// chance. Gives the number of attachments that were made for files that only posts name.
    package func enqueueMissing(now: Instant) async throws -> Int {
        files.tidy(now: now)
        let adopted = try await AdoptFiles(
            database: database,
            choose: { path, url in (UploadName.withoutSize(path), SourceAddress.origin(of: url)) }, fetches: true
        ).run(now: now)
        try await database.writeAlone { tx in
            guard let site = try tx.site() else { return }
            for medium in try tx.fetchable(site: site.id) {
                try tx.enqueueFetch(of: medium.post, site: site.id, at: now)
            }
        }
        return adopted
    }

    /// How many files could be fetched and are not here.
    package func missing() async throws -> Int {
        try await database.read { tx in try tx.site().map { try tx.fetchable(site: $0.id).count } ?? 0 }
    }

    /// Shows what has come in the posts, and says what did not come and why.
    ///
    /// - Parameter missingBefore: what `missing` told before the jobs were run.
    package func report(adopted: Int, missingBefore: Int, now: Instant) async throws -> MediaReport {
        var report = MediaReport()
        report.adopted = adopted
        report.taken = missingBefore - (try await missing())
        report.postsShown = try await ShowMedia(database).run(now: now)
        report.failed = try await database.write { tx in
            guard let site = try tx.site() else { return [] }
            try tx.withdraw(ShowMedia.kind, key: "", site: site.id)
            return try tx.deadJobs(site: site.id, limit: .max).filter { $0.kind == Self.kind }.compactMap { job in
                guard let medium = try Int64(job.key).flatMap({ try tx.medium(of: Post.ID($0)) }) else { return nil }
                let number = try tx.post(medium.post)?.number ?? 0
                return MediaReport.Fault(path: medium.path, number: number, reason: job.error)
            }
        }
        return report
    }

    private func run(_ payload: String, now: Instant) async throws {
        guard let id = Int64(payload) else { throw JobFault("“\(payload)” names no attachment.", isFinal: true) }
        let found = try await database.read { tx in (try tx.site(), try tx.medium(of: Post.ID(id))) }
        guard let site = found.0, let medium = found.1, medium.file == nil else { return }
        let folder = try files.workplace()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = folder + "/fetched"
        do {
            try await fetch(medium, to: file)
            try await take.take(file, as: medium, site: site.id, now: now)
        } catch let fault as FetchFault {
            throw JobFault(
                fault.description, isFinal: !fault.isPassing,
                pauseSeconds: fault.pauseSeconds.map { min(Int64($0), Self.longestPauseSeconds) })
        } catch let fault as PictureFault {
            throw JobFault("\(medium.sourceURL): \(fault.sentence)", isFinal: !fault.isPassing)
        } catch let fault as MediumFault {
            throw JobFault("\(medium.sourceURL): \(fault.description)", isFinal: true)
        }
    }

    /// A server that asks for more is asked again all the same.
    private static let longestPauseSeconds: Int64 = 3600

    /// The original rather than a size of it, where the address names one.
    private func fetch(_ medium: Medium, to file: String) async throws {
        let url = SourceAddress.origin(of: medium.sourceURL)
        let original = UploadName.withoutSize(url)
        if original != url {
            do {
                return try await fetch.fetch(original, to: file, limit: byteLimit)
            } catch  where error.isGone {
                try? FileManager.default.removeItem(atPath: file)
            }
        }
        try await fetch.fetch(url, to: file, limit: byteLimit)
    }
}

extension ReadTransaction {
    /// Files that are not here and came from somewhere.
    fileprivate func fetchable(site: Site.ID) throws -> [Medium] {
        try media(site: site).map(\.medium).filter { $0.file == nil && !$0.sourceURL.isEmpty }
    }
}

extension WriteTransaction {
    func enqueueFetch(of attachment: Post.ID, site: Site.ID, at now: Instant) throws {
        let key = String(attachment.rawValue)
        try enqueue(FetchMedia.kind, key: key, payload: key, site: site, after: now)
    }

    func withdrawFetch(of attachment: Post.ID, site: Site.ID) throws {
        try withdraw(FetchMedia.kind, key: String(attachment.rawValue), site: site)
    }
}
