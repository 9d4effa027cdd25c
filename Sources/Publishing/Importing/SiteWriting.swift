import Database
import Exchange
import Markup
import Model
import Store

/// What the items need to be here before them: the site, its authors and its terms.
struct SiteWriting: Sendable {
    let survey: ImportSurvey
    let timeZone: String
    let now: Instant

    struct Result: Sendable {
        var site: Site
        var authors: [String: Account.ID] = [:]
        var authorNumbers: [Int64: Account.ID] = [:]
        var terms: [String: Term.ID] = [:]
        var termNumbers: [Int64: Term.ID] = [:]
        var isFirstImport: Bool
        var taken: [String: Int] = [:]
        var updated: [String: Int] = [:]
        var alreadyThere: [String: Int] = [:]
        /// Changed both here and in the export.
        var termConflicts: [TermRecord] = []
    }

    /// The site as the export describes it; only a site that is not here yet is made so.
    var describedSite: Site {
        let blog = survey.blog
        return Site(
            id: Site.ID(0), title: TitleText(language: blog?.language ?? "en").text(of: blog?.title ?? ""),
            tagline: TitleText(language: blog?.language ?? "en").text(of: blog?.description ?? ""),
            language: blog?.language.isEmpty == false ? blog?.language ?? "en" : "en", timeZone: timeZone,
            permalinks: survey.permalinkStructure ?? .dayAndName, origin: survey.source)
    }

    func write(in tx: any WriteTransaction) throws -> Result {
        let known = try tx.site()
        let site = try known ?? tx.insert(describedSite)
        let sources = try tx.importSources(site: site.id)
        var result = Result(site: site, isFirstImport: !sources.contains(survey.source))
        try tx.reserveNumbers(of: .post, through: survey.highestPost, site: site.id)
        try tx.reserveNumbers(of: .comment, through: survey.highestComment, site: site.id)
        if let blog = survey.blog, !blog.link.isEmpty, blog.link != blog.baseBlogURL {
            let key = ImportKey(source: survey.source, kind: .origin, key: blog.link)
            try tx.note(ImportRecord(localID: site.id.rawValue, digest: ""), for: key, site: site.id)
        }
        for author in survey.authors { try write(author, in: tx, &result) }
        try TermWriting(survey: survey, now: now).write(in: tx, &result)
        return result
    }

    /// What `write` would find, for a dry run; ids of what is not here yet are 0 and belong to nothing.
    func foresee(in tx: any ReadTransaction) throws -> Result {
        let site = try tx.site() ?? describedSite
        let isKnown = try tx.importSources(site: site.id).contains(survey.source)
        var result = Result(site: site, isFirstImport: !isKnown)
        for author in survey.authors {
            let key = ImportKey(source: survey.source, kind: .account, key: author.login)
            if try tx.importRecord(key, site: site.id) == nil {
                result.taken["author", default: 0] += 1
            } else {
                result.alreadyThere["author", default: 0] += 1
            }
        }
        try TermWriting(survey: survey, now: now).foresee(in: tx, &result)
        return result
    }

    // MARK: Authors

    private func write(_ author: AuthorRecord, in tx: any WriteTransaction, _ result: inout Result) throws {
        let site = result.site.id
        let key = ImportKey(source: survey.source, kind: .account, key: author.login)
        let account: Account.ID
        if let record = try tx.importRecord(key, site: site) {
            account = Account.ID(record.localID)
            result.alreadyThere["author", default: 0] += 1
        } else {
            let login = try freeLogin(author.login, in: tx, site: site)
            let name = author.displayName.isEmpty ? author.login : author.displayName
            let slug = Slug.make(from: author.login)
            account = try tx.insert(
                Account(
                    id: Account.ID(0), site: site, number: author.id ?? 0, login: login,
                    slug: try tx.freeAccountSlug(slug.isEmpty ? "author" : slug, site: site), displayName: name,
                    firstName: author.firstName, lastName: author.lastName, email: author.email),
                at: now
            ).id
            try tx.note(ImportRecord(localID: account.rawValue, digest: ""), for: key, site: site)
            result.taken["author", default: 0] += 1
        }
        result.authors[author.login] = account
        if let number = author.id { result.authorNumbers[number] = account }
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
