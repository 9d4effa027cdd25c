import Database
import Model
import Store

extension StoreWalk {
    /// What writing keeps beside a post, and its way to the trash and out of it.
    func writing(_ post: Post, by account: Account.ID, _ tx: any WriteTransaction) throws {
        let now = StoreFixture.now
        try tx.keepRevision(PostText(post, StoreFixture.body, event: nil), of: post.id, by: account, at: now)
        if let newest = try tx.revisions(of: post.id).first { _ = try tx.revision(newest.id, of: post.id) }
        _ = try tx.hasRevisions(post.id)
        try tx.keep(
            Autosave(at: now, serial: 1, postVersion: 1, title: "t", source: "s", excerptSource: ""), of: post.id,
            by: account)
        _ = try tx.autosave(of: post.id, by: account)
        try tx.dropAutosave(of: post.id, by: account)
        try tx.setPreviewLink(tokenHash: "0f", to: post.id, at: now)
        _ = (try tx.post(previewedBy: "0f"), try tx.previewLink(to: post.id))
        _ = try tx.removePreviewLink(to: post.id)
        _ = (try tx.rows(PostSelection(term: Term.ID(1), words: "p"), site: post.site))
        _ = try tx.statusCounts(of: .post, site: post.site)
        _ = (try tx.medium(hash: "0f", site: post.site), try tx.library(MediaSelection(), site: post.site))
        if let medium = try tx.library(MediaSelection(words: "a"), site: post.site).first {
            _ = try tx.libraryEntry(number: medium.number, site: post.site)
            _ = try tx.posts(showing: medium.medium, site: post.site)
        }
        var trashed = try StoreFixture.insert(fixture.post("rubbish", minutes: 200), tx)
        try tx.noteTrashed(trashed.id, formerly: .published, at: now)
        _ = try tx.trashed(trashed.id)
        trashed.status = .trash
        try tx.update(trashed, at: now)
        trashed.status = .draft
        try tx.update(trashed, at: now)
        try tx.remove(trashed, at: now)
    }
}
