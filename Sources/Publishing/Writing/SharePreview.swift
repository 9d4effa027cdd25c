import Crypto
package import Database
import Foundation
package import Model
import Store

/// Lets others look at a post before it is public, by a link that can be taken back.
package struct SharePreview: Sendable {
    private let database: any Database

    package init(_ database: any Database) { self.database = database }

    /// Gives the token of a new link, which is kept as its hash alone; a former link no longer works.
    package func share(number: Int64, by writer: Writer, now: Instant) async throws -> String {
        var random = SystemRandomNumberGenerator()
        let token = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }.hexadecimal
        try await change(number, writer) { tx, post in
            try tx.setPreviewLink(tokenHash: Self.hash(token), to: post.id, at: now)
            try tx.record("share", post, formerly: post.status, by: writer, at: now)
        }
        return token
    }

    package func revoke(number: Int64, by writer: Writer, now: Instant) async throws {
        try await change(number, writer) { tx, post in
            guard try tx.removePreviewLink(to: post.id) else { return }
            try tx.record("unshare", post, formerly: post.status, by: writer, at: now)
        }
    }

    /// The post that a token opens.
    package static func post(_ token: String, in tx: any ReadTransaction) throws -> Post.ID? {
        try tx.post(previewedBy: hash(token))
    }

    private func change(
        _ number: Int64, _ writer: Writer, _ body: @escaping @Sendable (any WriteTransaction, Post) throws -> Void
    ) async throws {
        try await database.write { tx in
            guard let site = try tx.site(), let post = try tx.post(number: number, site: site.id) else {
                throw WritingFault.noSuchPost(number)
            }
            try writer.requireEditing(post)
            try body(tx, post)
        }
    }

    private static func hash(_ token: String) -> String { SHA256.hash(data: Data(token.utf8)).hexadecimal }
}
