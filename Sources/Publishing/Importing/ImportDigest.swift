import Crypto
import Exchange
import Foundation
import Model
import Store

/// Tells whether a thing of an export is the same as at the last import.
enum ImportDigest {
    /// 16 bytes of SHA-256 over the fields, in hexadecimal.
    static func of(_ fields: [String]) -> String {
        var hash = SHA256()
        for field in fields {
            // Lengths keep apart what would run together.
            withUnsafeBytes(of: UInt64(field.utf8.count).littleEndian) { hash.update(bufferPointer: $0) }
            var field = field
            field.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        }
        return hash.finalize().prefix(16).hexadecimal
    }

    /// Of an item without its comments.
    static func of(_ item: ItemRecord) -> String {
        let head = [
            item.title, item.link, item.creator, item.guid, item.content, item.excerpt, item.date.text,
            item.dateGMT.text, item.commentStatus, item.pingStatus, item.slug, item.status,
            String(item.parent), String(item.menuOrder), item.type, item.password, String(item.isSticky),
            item.attachmentURL,
        ]
        let terms = item.terms.flatMap { [$0.taxonomy, $0.slug, $0.name] }
        // An editor's lock, and the like, changes with every visit.
        let meta = item.meta.filter { !$0.key.hasPrefix("_edit_") }.flatMap { [$0.key, $0.value] }
        return of(head + terms + meta)
    }
}

extension NewComment {
    /// Of what an import brings and an owner may change; a stored comment gives the same as long as nobody did.
    var digest: String {
        ImportDigest.of([
            kind.rawValue, status.rawValue, authorName, authorURL, authorEmail, authorIP, source,
        ])
    }
}
