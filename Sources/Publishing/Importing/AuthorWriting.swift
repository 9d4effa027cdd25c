import Database
import Exchange
import Markup
import Model
import Store

/// Writes a blog's authors: new ones, and those that changed there and not here.
struct AuthorWriting: Sendable {
    let survey: ImportSurvey
    let now: Instant

    private enum Fate {
        case new
        case same(Account.ID)
        /// Changed there and not here.
        case changed(Account)
        case conflict(Account.ID)
    }

    func write(in tx: any WriteTransaction, _ result: inout SiteWriting.Result) throws {
        let site = result.site.id
        for author in survey.authors {
            let fate = try fate(of: author, site: site, in: tx)
            count(fate, author, &result)
            let account: Account.ID
            switch fate {
            case .same(let known), .conflict(let known): account = known
            case .new:
                account = try insert(author, site: site, in: tx)
                try note(author, as: account, site: site, in: tx)
            case .changed(let known):
                account = known.id
                try tx.update(known.described(by: author), at: now)
                try note(author, as: account, site: site, in: tx)
            }
            result.authors[author.login] = account
            if let number = author.id { result.authorNumbers[number] = account }
        }
    }

    /// Counts what `write` would do.
    func foresee(in tx: any ReadTransaction, _ result: inout SiteWriting.Result) throws {
        for author in survey.authors { count(try fate(of: author, site: result.site.id, in: tx), author, &result) }
    }

    private func key(of author: AuthorRecord) -> ImportKey {
        ImportKey(source: survey.source, kind: .account, key: author.login)
    }

    private func fate(of author: AuthorRecord, site: Site.ID, in tx: any ReadTransaction) throws -> Fate {
        guard let known = try tx.importRecord(key(of: author), site: site) else { return .new }
        let id = Account.ID(known.localID)
        // A post names its author without describing them; that is no change.
        guard author.id != nil, known.digest != author.digest, let local = try tx.account(id),
            local.digest != author.digest
        else { return .same(id) }
        return local.digest == known.digest ? .changed(local) : .conflict(id)
    }

    private func count(_ fate: Fate, _ author: AuthorRecord, _ result: inout SiteWriting.Result) {
        switch fate {
        case .new: result.taken["author", default: 0] += 1
        case .same: result.alreadyThere["author", default: 0] += 1
        case .changed: result.updated["author", default: 0] += 1
        case .conflict:
            result.conflicts.append(
                .init(
                    kind: "author", key: author.login, title: author.name,
                    reason: ImportReport.Entry.changedOnBothSides, place: .init(author.place)))
        }
    }

    private func insert(_ author: AuthorRecord, site: Site.ID, in tx: any WriteTransaction) throws -> Account.ID {
        let slug = Slug.make(from: author.login)
        let account = Account(
            id: Account.ID(0), site: site, number: author.id ?? 0,
            login: try freeLogin(author.login, in: tx, site: site),
            slug: try tx.freeAccountSlug(slug.isEmpty ? "author" : slug, site: site), displayName: author.login)
        return try tx.insert(account.described(by: author), at: now).id
    }

    private func note(_ author: AuthorRecord, as account: Account.ID, site: Site.ID, in tx: any WriteTransaction) throws
    {
        try tx.note(ImportRecord(localID: account.rawValue, digest: author.digest), for: key(of: author), site: site)
    }

    private func freeLogin(_ wanted: String, in tx: any ReadTransaction, site: Site.ID) throws -> String {
        var login = wanted
        var suffix = 2
        while try tx.account(login: login, site: site) != nil {
            login = "\(wanted)-\(suffix)"
            suffix += 1
        }
        return login
    }
}

extension AuthorRecord {
    fileprivate var name: String { displayName.isEmpty ? login : PlainText.name(displayName) }

    fileprivate var digest: String { ImportDigest.of([name, firstName, lastName, email]) }
}

extension Account {
    fileprivate var digest: String { ImportDigest.of([displayName, firstName, lastName, email]) }

    fileprivate func described(by author: AuthorRecord) -> Account {
        var account = self
        account.displayName = author.name
        account.firstName = author.firstName
        account.lastName = author.lastName
        account.email = author.email
        return account
    }
}
