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
        /// Authors and terms that were changed both here and in the export.
        var conflicts: [ImportReport.Entry] = []
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
        try AuthorWriting(survey: survey, now: now).write(in: tx, &result)
        try TermWriting(survey: survey, now: now).write(in: tx, &result)
        return result
    }

    /// What `write` would find, for a dry run; ids of what is not here yet are 0 and belong to nothing.
    func foresee(in tx: any ReadTransaction) throws -> Result {
        let site = try tx.site() ?? describedSite
        let isKnown = try tx.importSources(site: site.id).contains(survey.source)
        var result = Result(site: site, isFirstImport: !isKnown)
        try AuthorWriting(survey: survey, now: now).foresee(in: tx, &result)
        try TermWriting(survey: survey, now: now).foresee(in: tx, &result)
        return result
    }
}
