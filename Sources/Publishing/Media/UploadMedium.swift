package import Database
import Images
package import Model
import Store

/// Takes a file that a writer sends into the media library. Its bytes tell what it is; the same file is kept once.
package struct UploadMedium: Sendable {
    private let database: any Database
    private let files: MediaFiles
    private let take: TakeFile

    package init(_ database: any Database, library: MediaLibrary) {
        self.database = database
        files = library.files
        take = TakeFile(
            database: database, files: library.files, pictures: library.pictures, byteLimit: library.byteLimit)
    }

    package struct Uploaded: Hashable, Sendable {
        /// The attachment's public number.
        package let number: Int64
        /// False where the same file was here already.
        package let isNew: Bool
    }

    /// - Parameters:
    ///   - file: stays where it is.
    ///   - name: as the writer's machine calls it.
    /// - Throws: `MediumFault` for what is wrong with the file, `SystemFault` for the disk.
    package func upload(
        _ file: String, name: String, alternativeText: String, caption: String, by writer: Writer, now: Instant
    ) async throws -> Uploaded {
        try writer.require(.upload, to: "upload files")
        let workplace = try files.workplace()
        defer { files.remove(workplace: workplace) }
        let ready = try await take.examineSent(file, named: AttachmentFacts.mimeType(ofFile: name), in: workplace)
        guard ready.kind != .svg, ready.kind != .html else {
            throw MediumFault(
                "It is a drawing or page that may hold scripts, so it is not taken. Send it as PNG or PDF.")
        }
        let place = try await database.write { tx -> Place in
            guard let site = try tx.site() else { throw WritingFault.noSite }
            if let same = try tx.medium(hash: ready.file.hash, site: site.id), let post = try tx.post(same.post),
                post.status != .trash
            {
                return Place(site: site.id, number: post.number, medium: nil)
            }
            return try tx.makePlace(
                for: ready, name: name, alternativeText: alternativeText, caption: caption, site: site, by: writer,
                at: now)
        }
        guard let medium = place.medium else { return Uploaded(number: place.number, isNew: false) }
        do {
            try take.keep(ready, as: medium.path)
        } catch {
            try await database.write { tx in
                if let post = try tx.post(medium.post) { try tx.remove(post, at: now) }
            }
            throw error
        }
        try await database.write { tx in
            try tx.arrive(ready.medium(medium), copies: ready.copies, site: place.site, at: now)
        }
        return Uploaded(number: place.number, isNew: true)
    }
}

/// The attachment that tells of a file, and what will be known of it; no medium where the file is here already.
private struct Place: Sendable {
    let site: Site.ID
    let number: Int64
    let medium: Medium?
}

extension WriteTransaction {
    fileprivate func makePlace(
        for ready: TakeFile.ReadyFile, name: String, alternativeText: String, caption: String, site: Site,
        by writer: Writer, at now: Instant
    ) throws -> Place {
        guard let clock = SiteClock(timeZone: site.timeZone) else { throw WritingFault.unknownTimeZone(site.timeZone) }
        let fileName = UploadedName(name, kind: ready.kind, mimeType: ready.mimeType)
        let date = clock.reading(at: now)
        let slug = try freeSlug(fileName.slug, kind: .attachment, site: site.id)
        let attachment = try insert(
            Post(
                id: .unassigned, site: site.id, number: 0, kind: .attachment, status: .published, title: fileName.title,
                slug: slug, author: writer.account, commentsOpen: false, pingsOpen: false, publishedAt: now,
                localDate: date, modifiedAt: now, guid: ""),
            body: EditMedium.body(caption: caption, description: ""), origin: .here, at: now)
        _ = try setCanonicalPath(
            "/\(attachment.slug.percentEncodedSegment)-\(attachment.number)/", of: attachment.id, site: site.id)
        let folder = MediumPath.root + date.dateText.prefix(7).replacing("-", with: "/") + "/"
        let medium = Medium(
            post: attachment.id, sourceURL: "", path: try freePath(folder, fileName, site: site.id),
            mimeType: ready.mimeType, alternativeText: alternativeText)
        try setMedium(medium, site: site.id)
        try record(
            Event(
                at: now, actor: writer.actor, verb: "upload", objectKind: "medium", objectID: attachment.id.rawValue),
            site: site.id)
        return Place(site: site.id, number: attachment.number, medium: medium)
    }

    private func freePath(_ folder: String, _ name: UploadedName, site: Site.ID) throws -> String {
        var path = "\(folder)\(name.stem).\(name.ending)"
        var suffix = 2
        while try medium(path: path, site: site) != nil {
            path = "\(folder)\(name.stem)-\(suffix).\(name.ending)"
            suffix += 1
        }
        return path
    }
}
