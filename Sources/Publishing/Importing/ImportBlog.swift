package import Database
package import Exchange
import Markup
package import Model
import Store

/// Takes a blog over from an export: first a pass that only looks, then one that writes in pieces, so that the same
/// command again goes on where it was stopped, and finds nothing to do where all is here.
package struct ImportBlog: Sendable {
    package struct Request: Sendable {
        package var paths: [String]
        package var dryRun: Bool
        /// Takes the whole items of a file that is cut off or broken.
        package var partial: Bool
        /// Overrides the one that the export's dates show.
        package var timeZone: String?
        /// Asks for the files of attachments, as jobs.
        package var fetchesMedia: Bool
        package var archiveLimits: ArchiveLimits
        package var limits: ImportLimits

        package init(
            paths: [String], dryRun: Bool = false, partial: Bool = false, timeZone: String? = nil,
            fetchesMedia: Bool = false,
            archiveLimits: ArchiveLimits = ArchiveLimits(), limits: ImportLimits = ImportLimits()
        ) {
            self.paths = paths
            self.dryRun = dryRun
            self.partial = partial
            self.timeZone = timeZone
            self.fetchesMedia = fetchesMedia
            self.archiveLimits = archiveLimits
            self.limits = limits
        }
    }

    /// How far an import has come.
    package struct Progress: Sendable {
        package enum Phase: Sendable { case surveying, writing }
        package var phase: Phase
        /// Bytes read in this phase, and in all (nil if only unpacking would tell).
        package var bytes: Int
        package var totalBytes: Int?
        /// Posts and comments written, and in all.
        package var done: Int
        package var total: Int
    }

    private let now: Instant
    private let openDatabase: @Sendable () async throws -> any Database
    private let backUp: @Sendable (any Database) async throws -> String
    private let progress: @Sendable (Progress) -> Void

    /// - Parameters:
    ///   - openDatabase: opens where the blog goes to; called once the files have proved usable.
    ///   - backUp: makes a copy of a database that holds something, and gives its path.
    package init(
        now: Instant, openDatabase: @escaping @Sendable () async throws -> any Database,
        backUp: @escaping @Sendable (any Database) async throws -> String,
        progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) {
        self.now = now
        self.openDatabase = openDatabase
        self.backUp = backUp
        self.progress = progress
    }

    /// Throws `ImportFileError` or `ImportRefusal` when the files cannot be used; then nothing was written.
    package func run(_ request: Request) async throws -> ImportReport {
        let input = try ExportInput(paths: request.paths, limits: request.archiveLimits)
        let stream = RecordStream(WXRReader(parts: input.parts, limits: request.limits), partial: request.partial)
        var report = ImportReport(files: request.paths, dryRun: request.dryRun)
        for skipped in input.skipped { report.leave(skipped) }

        let survey = try await survey(stream)
        report.describe(survey)
        let zone = request.timeZone.map { ($0, "it was given on the command line") } ?? survey.zone.result
        report.timeZone = zone?.0 ?? "UTC"
        report.timeZoneReason = zone?.1 ?? "the export gives no date in both local time and GMT"

        let siteWriting = SiteWriting(survey: survey, timeZone: report.timeZone, now: now)
        let database = try await openDatabase()
        let holdsSomething = try await database.read { tx in try tx.site() != nil }
        if holdsSomething, !request.dryRun { report.backup = try await backUp(database) }
        let result =
            request.dryRun
            ? try await database.read { tx in try siteWriting.foresee(in: tx) }
            : try await database.writeAlone { tx in try siteWriting.write(in: tx) }
        report.count(result)

        let (media, archived, library) = try await database.read { tx in
            (
                try tx.site().map { try SiteMedia($0, in: tx) }, try tx.archivedLinks(of: result.site),
                try SiteSources(result.site, in: tx)
            )
        }
        let items = ItemPass(
            database: database, mapping: mapping(survey, result, media: media, archived: archived, library),
            destination: destination(survey, result, fetchesMedia: request.fetchesMedia),
            dryRun: request.dryRun,
            progress: { [progress] read, done in
                progress(
                    Progress(
                        phase: .writing, bytes: read?.bytes ?? 0, totalBytes: read?.totalBytes, done: done,
                        total: survey.items + survey.comments))
            })
        let finished = try await items.run(stream, into: &report)
        if !request.dryRun {
            try await finish(survey, result, posts: finished, report: report, in: database)
            if report.sources > 0 { _ = try await ShowSources(database).run(now: now) }
            try await database.tidySearch()
        }
        return report
    }

    private func survey(_ stream: RecordStream) async throws -> ImportSurvey {
        var survey = ImportSurvey()
        _ = try await stream.forEach { records, read in
            for record in records { try survey.add(record) }
            progress(
                Progress(
                    phase: .surveying, bytes: read?.bytes ?? 0, totalBytes: read?.totalBytes, done: read?.items ?? 0,
                    total: 0))
        }
        survey.finish()
        guard survey.blog != nil else { throw ImportRefusal("The export holds no blog.") }
        return survey
    }

    private func destination(
        _ survey: ImportSurvey, _ result: SiteWriting.Result, fetchesMedia: Bool
    ) -> ItemDestination {
        ItemDestination(
            site: result.site, source: survey.source, terms: result.terms, now: now,
            isFirstImport: result.isFirstImport, fetchesMedia: fetchesMedia)
    }

    private func mapping(
        _ survey: ImportSurvey, _ result: SiteWriting.Result, media: SiteMedia?, archived: ArchivedLinks,
        _ library: SiteSources
    ) -> ItemMapping {
        let origins = survey.blog.map { [$0.baseBlogURL, $0.link].filter { !$0.isEmpty } } ?? []
        let language = result.site.language
        let usualOffset = survey.zone.usualOffset
        var context = RenderingContext(
            postNumber: 0, language: language, origins: origins,
            attachment: { survey.attachments[$0] }, file: { media?.file(at: $0) },
            reusableBlock: { survey.reusableBlocks[$0] }, citations: library.context(marksUnknown: false))
        context.archived = archived
        return ItemMapping(
            survey: survey, site: result.site, address: survey.address,
            comments: CommentMapping(
                content: CommentContent(language: language, origins: origins), now: now,
                authors: result.authorNumbers, usualOffset: usualOffset),
            now: now, context: context,
            authors: result.authors, titles: TitleText(language: language), usualOffset: usualOffset)
    }

    /// Menus, the front page, and the record of what happened.
    private func finish(
        _ survey: ImportSurvey, _ result: SiteWriting.Result, posts: [Int64: Post.ID], report: ImportReport,
        in database: any Database
    ) async throws {
        let menus = MenuWriting(
            items: survey.menuItems, source: survey.source, address: survey.address, site: result.site.id, now: now,
            posts: posts, terms: result.termNumbers)
        let frontPage = survey.frontPage.flatMap { posts[$0] }
        let source = survey.source
        try await database.writeAlone { [now] tx in
            let written = try menus.write(in: tx)
            try tx.keepChronicleApart(site: result.site.id, at: now)
            if let frontPage { try tx.setFrontPage(frontPage, from: source, at: now) }
            if written > 0 || report.changedSomething {
                try tx.record(
                    Event(
                        at: now, actor: "import", verb: "import", objectKind: "site",
                        objectID: result.site.id.rawValue, after: report.countsAsJSON),
                    site: result.site.id)
                try tx.touch(.lists, site: result.site.id, at: now)
                try tx.enqueue(StoredFilter.trainingJob, key: "own", site: result.site.id, after: now)
            }
            try tx.pruneTouched()
        }
    }
}

extension WriteTransaction {
    /// Once for each blog that moves in, so that an owner's later choice stays.
    fileprivate func setFrontPage(_ page: Post.ID, from source: String, at now: Instant) throws {
        guard var site = try site() else { return }
        let key = ImportKey(source: source, kind: .frontPage, key: "")
        guard try importRecord(key, site: site.id) == nil else { return }
        try note(ImportRecord(localID: page.rawValue, digest: ""), for: key, site: site.id)
        guard site.frontPage == nil else { return }
        site.frontPage = page
        try update(site, at: now)
    }
}
