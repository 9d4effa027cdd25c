package import Database
import Images
package import Model
import Store

/// Puts another file in the place of one of the library, under the same address; posts show the new one.
package struct ReplaceMedium: Sendable {
    private let database: any Database
    private let files: MediaFiles
    private let take: TakeFile

    package init(_ database: any Database, library: MediaLibrary) {
        self.database = database
        files = library.files
        take = TakeFile(
            database: database, files: library.files, pictures: library.pictures, byteLimit: library.byteLimit)
    }

    /// - Throws: `MediumFault` for a file of another kind, whose address would end in the wrong letters.
    package func replace(number: Int64, by file: String, writer: Writer, now: Instant) async throws {
        let found = try await database.read { tx -> (site: Site.ID, medium: Medium) in
            guard let site = try tx.site(), let post = try tx.post(number: number, site: site.id),
                let medium = try tx.medium(of: post.id)
            else { throw WritingFault.noSuchPost(number) }
            try writer.requireKeeping(post)
            return (site.id, medium)
        }
        let workplace = try files.workplace()
        defer { files.remove(workplace: workplace) }
        let ready = try await take.examineSent(file, named: found.medium.mimeType, in: workplace)
        guard ready.mimeType == found.medium.mimeType else {
            throw MediumFault("It is \(ready.mimeType), and what it would replace is \(found.medium.mimeType).")
        }
        try take.keep(ready, as: found.medium.path)
        try await database.write { tx in
            guard let post = try tx.post(found.medium.post) else { throw WritingFault.noSuchPost(number) }
            try tx.arrive(ready.medium(found.medium), copies: ready.copies, site: found.site, at: now)
            try tx.enqueue(ShowMedia.kind, key: "", site: found.site, after: now)
            try tx.record("replace", post, formerly: post.status, by: writer, at: now)
        }
    }
}
