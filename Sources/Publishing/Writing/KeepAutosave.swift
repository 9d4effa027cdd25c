package import Database
package import Model
import Store

/// Keeps what someone types before they save it, so that a closed window loses nothing.
package struct KeepAutosave: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// What is typed at this moment.
    package struct Typed: Hashable, Sendable {
        package var title: String
        package var source: String
        package var excerpt: String
        /// Of the post as it was opened.
        package var postVersion: Int
        /// Of the autosave that this window has seen last; 0 for none.
        package var serial: Int

        package init(title: String, source: String, excerpt: String, postVersion: Int, serial: Int) {
            self.title = title
            self.source = source
            self.excerpt = excerpt
            self.postVersion = postVersion
            self.serial = serial
        }
    }

    /// Gives the serial to be told the next time.
    ///
    /// - Throws: `WritingFault.conflict` where the post was saved, or another window kept something, since.
    package func keep(_ typed: Typed, number: Int64, by writer: Writer, now: Instant) async throws -> Int {
        guard let account = writer.account else { throw WritingFault.notAllowed("keep drafts") }
        guard typed.source.utf8.count <= Self.limit else {
            throw WritingFault.refusedText("The text is longer than \(Self.limit) bytes.")
        }
        return try await database.write { tx in
            guard let site = try tx.site(), let post = try tx.post(number: number, site: site.id) else {
                throw WritingFault.noSuchPost(number)
            }
            try writer.requireEditing(post)
            let former = try tx.autosave(of: post.id, by: account)
            guard post.version == typed.postVersion, former?.serial ?? 0 == typed.serial else {
                throw WritingFault.conflict(version: post.version)
            }
            let serial = typed.serial + 1
            try tx.keep(
                Autosave(
                    at: now, serial: serial, postVersion: typed.postVersion, title: typed.title, source: typed.source,
                    excerptSource: typed.excerpt),
                of: post.id, by: account)
            return serial
        }
    }

    package func drop(number: Int64, by writer: Writer) async throws {
        guard let account = writer.account else { return }
        try await database.write { tx in
            guard let site = try tx.site(), let post = try tx.post(number: number, site: site.id) else { return }
            try tx.dropAutosave(of: post.id, by: account)
        }
    }

    private static let limit = 8_000_000
}
