package import Database
package import Images
package import Model
import Store

/// Takes a blog's files from a folder: every one that is known by name, to an
/// attachment or only to a post, and not here yet.
package struct TakeMedia: Sendable {
    private let database: any Database
    private let take: TakeFile
    private let files: MediaFiles

    /// - Parameter byteLimit: of one file.
    package init(_ database: any Database, files: MediaFiles, pictures: PictureMaker, byteLimit: Int) {
        self.database = database
        self.files = files
        take = TakeFile(database: database, files: files, pictures: pictures, byteLimit: byteLimit)
    }

    /// A file that is wrong costs one entry of the report. Stopped in the middle, the same again goes on.
    ///
    /// - Parameters:
    ///   - folder: an `uploads` tree or a flat folder.
    ///   - progress: gets the files looked at, and all.
    /// - Throws: `MediumFault` when there is no such folder, `SystemFault` when the disk takes no more.
    package func run(
        from folder: String, now: Instant, progress: @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> MediaReport {
        let uploads = try UploadsFolder(path: folder)
        files.tidy(now: now)
        var report = MediaReport()
        report.adopted = try await AdoptFiles(
            database: database, choose: { uploads.place(of: $0, url: $1) }, fetches: false
        )
        .run(now: now)
        let (site, entries) = try await database.read { tx -> (Site.ID?, [MediumEntry]) in
            guard let site = try tx.site() else { return (nil, []) }
            return (site.id, try tx.media(site: site.id).filter { $0.medium.file == nil })
        }
        guard let site else { return report }
        for (index, entry) in entries.enumerated() {
            progress(index, entries.count)
            let medium = entry.medium
            do {
                guard let file = try uploads.file(for: medium.path) else {
                    report.notFound.append(medium.path)
                    continue
                }
                try await take.take(file, as: medium, site: site, now: now)
                report.taken += 1
            } catch let fault as SystemFault where fault.endsWork {
                throw fault
            } catch let error as DatabaseError {
                throw error
            } catch {
                report.failed.append(
                    MediaReport.Fault(path: medium.path, number: entry.number, reason: "\(error)"))
            }
        }
        report.postsShown = try await ShowMedia(database).run(now: now)
        try await database.write { tx in try tx.withdraw(ShowMedia.kind, key: "", site: site) }
        return report
    }
}
