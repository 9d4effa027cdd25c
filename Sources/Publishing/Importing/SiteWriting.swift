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
        for author in survey.authors { try write(author, in: tx, &result) }
        try writeTerms(in: tx, &result)
        return result
    }

    /// What `write` would find, for a dry run; ids of what is not here yet are 0 and belong to nothing.
    func foresee(in tx: any ReadTransaction) throws -> Result {
        let site = try tx.site() ?? describedSite
        let isKnown = try tx.importSources(site: site.id).contains(survey.source)
        var result = Result(site: site, isFirstImport: !isKnown)
        let counts: [(kind: ImportKey.Kind, what: String, key: String)] =
            survey.authors.map { (.account, "author", $0.login) }
            + allTerms.map { (.term, Self.countName(of: $0.taxonomy), ImportSurvey.key($0.taxonomy, $0.slug)) }
        for (kind, what, key) in counts {
            let record = try tx.importRecord(ImportKey(source: survey.source, kind: kind, key: key), site: site.id)
            if record == nil { result.taken[what, default: 0] += 1 } else { result.alreadyThere[what, default: 0] += 1 }
        }
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

    // MARK: Terms

    private var allTerms: [TermRecord] { survey.allTerms.filter { $0.taxonomy != "post_format" } }

    /// What a report calls a taxonomy's terms: a plugin has one named like the accounts, for guest authors.
    private static func countName(of taxonomy: String) -> String { taxonomy == "author" ? "author term" : taxonomy }

    private func writeTerms(in tx: any WriteTransaction, _ result: inout Result) throws {
        let titles = TitleText(language: result.site.language)
        var fresh: [(term: Term, parent: String)] = []
        for record in allTerms {
            let site = result.site.id
            let taxonomy = Term.Taxonomy(rawValue: record.taxonomy)
            let mapKey = ImportSurvey.key(record.taxonomy, record.slug)
            let key = ImportKey(source: survey.source, kind: .term, key: mapKey)
            let digest = ImportDigest.of([record.name, record.description, record.parentSlug])
            let slug = Slug.decoded(record.slug)
            if let known = try tx.importRecord(key, site: site) {
                result.terms[ImportSurvey.key(record.taxonomy, slug)] = Term.ID(known.localID)
                if let number = record.id { result.termNumbers[number] = Term.ID(known.localID) }
                result.alreadyThere[Self.countName(of: record.taxonomy), default: 0] += 1
                continue
            }
            // A term of the same name that is here already is the same to a reader.
            let existing = try tx.term(taxonomy, slug: slug, site: site)
            let term =
                try existing
                ?? tx.insert(
                    Term(
                        id: Term.ID(0), site: site, number: record.id ?? 0, taxonomy: taxonomy, slug: slug,
                        name: titles.text(of: record.name), description: record.description),
                    meta: record.meta.map { MetaEntry(key: $0.key, value: $0.value) }, at: now)
            if let number = record.id, term.number != number {
                try tx.noteAlias(
                    of: .term, oldNumber: number, source: survey.source, localID: term.id.rawValue, site: site)
            }
            try tx.note(ImportRecord(localID: term.id.rawValue, digest: digest), for: key, site: site)
            if existing == nil { fresh.append((term, record.parentSlug)) }
            result.terms[ImportSurvey.key(record.taxonomy, slug)] = term.id
            if let number = record.id { result.termNumbers[number] = term.id }
            result.taken[Self.countName(of: record.taxonomy), default: 0] += 1
        }
        for (term, parentSlug) in fresh where !parentSlug.isEmpty {
            let key = ImportSurvey.key(term.taxonomy.rawValue, Slug.decoded(parentSlug))
            guard let parent = result.terms[key], parent != term.id else { continue }
            // A loop, which a damaged export can hold, would have no outermost term.
            guard try !tx.descendants(of: term.id).contains(parent) else { continue }
            var term = term
            term.parent = parent
            try tx.update(term, at: now)
        }
    }
}
