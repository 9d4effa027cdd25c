package import Database
package import Model
import Store

/// Takes a file out of the library for good, with its copies; posts that showed it show its words.
package struct RemoveMedium: Sendable {
    private let database: any Database
    private let files: MediaFiles

    package init(_ database: any Database, files: MediaFiles) {
        self.database = database
        self.files = files
    }

    package func remove(number: Int64, by writer: Writer, now: Instant) async throws {
        let paths = try await database.write { tx -> [String] in
            guard let site = try tx.site(), let post = try tx.post(number: number, site: site.id),
                let medium = try tx.medium(of: post.id)
            else { throw WritingFault.noSuchPost(number) }
            try writer.requireKeeping(post)
            let copies = try tx.copies(of: post.id)
            try tx.remove(post, at: now)
            try tx.enqueue(ShowMedia.kind, key: "", site: site.id, after: now)
            try tx.record("remove", post, formerly: post.status, by: writer, at: now)
            // Another picture may have the same bytes.
            let orphaned = try copies.filter { try tx.copy(named: $0.name) == nil }
            let path = try tx.medium(path: medium.path, site: site.id) == nil ? [medium.path] : []
            return path + orphaned.map { Medium.Copy.folder + $0.name }
        }
        for path in paths { try files.remove(path) }
    }
}
