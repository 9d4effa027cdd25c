import Citations
import Database
import Feeds
import Foundation
import HTTPTypes
import Language
import Model
import NIOCore
import Pages
import Publishing
import Store
import Themes

/// Makes the page at an address: reads what it shows in one transaction, then renders it with the site's theme.
struct RenderPage: Sendable {
    let services: SiteServices
    /// Another look than readers see; nil for that.
    var look: Look?

    /// - Parameter path: as it was sent.
    func render(path: String, query: [(name: String, value: String)], for visit: Visit) async throws -> RenderedPage {
        let (reading, found) = try await services.database.read { tx -> (SiteReading?, FoundPage) in
            guard let reading = try SiteReading(tx) else { return (nil, .noSite) }
            let finder = FindPage(
                path: path, query: query, chronicle: reading.chronicle, visit: visit, passwords: services.passwords,
                searchLimits: services.search)
            return (reading, try finder.find(site: reading.site, in: tx))
        }
        let start = ContinuousClock.now
        defer { services.metrics.countRender(microseconds: Int((ContinuousClock.now - start) / .microseconds(1))) }
        guard let reading else { return emptySite() }
        var page = try page(found, reading, path: path, visit)
        page.mark = reading.mark
        // What one reader's password opened is no page for others.
        if visit.reader.passwordToken != nil { page.isPersonal = true }
        return page
    }

    /// What a preview link shows; nil for one that does not work, or no longer.
    func preview(token: String, for visit: Visit) async throws -> RenderedPage? {
        let found = try await services.database.read { tx -> (SiteReading, PostReading)? in
            guard let reading = try SiteReading(tx), let id = try SharePreview.post(token, in: tx),
                let full = try tx.fullPost(id), full.post.status != .trash,
                let post = try PostReading(
                    full, part: 1, commentPage: 1, site: reading.site, chronicle: reading.chronicle, visit: visit,
                    answering: nil, in: tx)
            else { return nil }
            return (reading, post)
        }
        guard let (reading, reads) = found else { return nil }
        var page = post(reads, reading, visit, language: reading.language, isPreview: true)
        page.isStorable = false
        page.isPersonal = true
        page.viewed = nil
        return page
    }

    private func page(
        _ found: FoundPage, _ reading: SiteReading, path: String, _ visit: Visit
    ) throws -> RenderedPage {
        let language = reading.language
        switch found {
        case .noSite: return emptySite()
        case .post(let post): return self.post(post, reading, visit, language: language)
        case .locked(let full):
            let title = full.post.title.isEmpty ? full.path : full.post.title
            let page = PasswordPage(
                title: title, action: SafeURL(path: full.path),
                error: visit.passwordWasWrong ? language.messages.passwordWrong : nil)
            let head = PageHead(
                title: "\(language.messages.protectedTitle(title)) – \(reading.site.title)", isHidden: true)
            var rendered = html(page, reading, head: head, path: full.path, subjects: [.post(full.post.id), .site])
            rendered.status = visit.passwordWasWrong ? 403 : 200
            rendered.isStorable = !visit.passwordWasWrong
            return rendered
        case .likers(let full, let likes):
            let page = LikersPage(full, likes, language: language)
            return html(
                page, reading, head: PageHead(title: "\(page.heading) – \(reading.site.title)", isHidden: true),
                path: path, subjects: [.thread(full.post.id), .site])
        case .list(let list):
            let page = Themes.PostListPage(list, site: reading.site, language: language)
            var rendered = html(
                page, reading,
                head: PageHead(
                    list, site: reading.site, language: language, location: services.location,
                    look: look ?? reading.look(services)),
                path: list.address(page: list.page.page).path, subjects: list.subjects,
                content: page.entries.compactMap(\.content))
            rendered.expires = list.onThisDay?.expires
            return rendered
        case .chronicle(let chronicle):
            var rendered = html(
                ChroniclePage(chronicle, language: language), reading,
                head: PageHead(
                    chronicle, site: reading.site, language: language, location: services.location,
                    look: look ?? reading.look(services)),
                path: chronicle.address.path, subjects: chronicle.subjects)
            rendered.expires = chronicle.expires
            return rendered
        case .calendar(let calendar): return file(calendar, reading)
        case .sources(let format, let sources, let post):
            let text = try format.text(of: sources.compactMap(Reference.init))
            return file(Array(text.utf8), type: format.contentType, subjects: [.post(post), .site])
        case .search(let search):
            var rendered = html(
                SearchPage(search, site: reading.site, language: language), reading,
                head: PageHead(search, site: reading.site, language: language), path: "/",
                subjects: [.lists, .site])
            // Questions are without number, and would push out pages that are read.
            rendered.isStorable = false
            return rendered
        case .feed(let feed):
            let values = Feed(feed, site: reading.site, location: services.location)
            var rendered = file(
                feed.format.write(values), type: "\(feed.format.mimeType); charset=utf-8", subjects: feed.subjects)
            rendered.isStorable = feed.isStorable
            rendered.expires = feed.expires
            return rendered
        case .sitemapIndex(let parts):
            let entries = parts.enumerated().map { index, modified in
                Sitemap.Entry(
                    url: services.location.absolute(Address.sitemap(part: index + 1).path), modified: modified)
            }
            return file(Sitemap.index(entries), type: Sitemap.type, subjects: [.lists, .site])
        case .sitemap(let entries):
            let entries = entries.map { entry in
                Sitemap.Entry(
                    url: services.location.absolute(entry.path), modified: entry.modifiedAt,
                    pictures: entry.pictures.map(services.location.absolute))
            }
            return file(Sitemap.pages(entries), type: Sitemap.type, subjects: [.lists, .site])
        case .robots:
            let sitemap =
                reading.site.isHidden ? nil : services.location.absolute(Address.sitemap(part: nil).path)
            return file(Robots.text(sitemap: sitemap), type: Robots.type, subjects: [.site])
        case .redirect(let target): return redirect(to: target)
        case .passingRedirect(let target): return redirect(to: target, status: 302)
        case .notFound(let suggestions):
            let head = PageHead(title: "\(language.messages.notFoundTitle) – \(reading.site.title)", isHidden: true)
            var rendered = html(
                NotFoundPage(suggestions: suggestions.compactMap(LinkView.init)), reading, head: head, path: path,
                subjects: [.lists, .site])
            rendered.status = 404
            // Addresses that lead nowhere are without number, and would push out pages that are read.
            rendered.isStorable = false
            return rendered
        }
    }

    private func post(
        _ post: PostReading, _ reading: SiteReading, _ visit: Visit, language: Language, isPreview: Bool = false
    ) -> RenderedPage {
        let look = look ?? reading.look(services)
        // What is not public yet has no address to answer to.
        let comments =
            isPreview
            ? nil
            : CommentsView(
                post, visit, look: look, offersMail: services.sendsMail, language: language)
        var head = PageHead(post, site: reading.site, language: language, location: services.location)
        if post.onThisDay?.isTold == true { head.chronicleStyle = look.chronicleStyle }
        head.isHome = reading.site.frontPage == post.post.id
        // What is only for who answers is nothing to find.
        if post.answered != nil || visit.draft != nil { head.isHidden = true }
        if isPreview { head = PageHead(title: head.title, isHidden: true) }
        var rendered: RenderedPage
        if let medium = post.medium {
            let page = AttachmentPage(post, medium: medium, comments: comments, language: language)
            rendered = html(page, reading, head: head, path: post.full.path, subjects: post.subjects)
        } else {
            var page = PostPage(post, comments: comments, language: language)
            page.likes = isPreview ? nil : LikesView(post, look: look, language: language)
            if page.likes?.offersButton == true || post.discussion.likesComments { page.likeScript = look.likeScript }
            rendered = html(
                page, reading, head: head, path: post.full.path, subjects: post.subjects,
                content: [page.entry.content].compactMap(\.self))
        }
        rendered.status = visit.draft?.status ?? 200
        rendered.isStorable = post.answered == nil
        rendered.isPersonal =
            visit.draft != nil || post.hasOwn || post.visitor != nil && visit.reader.placeholder == nil
            || post.keptDraft != nil
            || comments?.form != nil && visit.reader.commenter != nil
        rendered.expires = post.expires
        if rendered.status == 200, !isPreview { rendered.post = post.post.id }
        if visit.reader.placeholder != nil, let whole = rendered.body.whole {
            rendered.body = ReaderPlaceholder.body(Array(whole.readableBytesView))
        }
        if self.look == nil, rendered.status == 200, reading.site.countsViews { rendered.viewed = post.post.id }
        return rendered
    }

    /// A page of its reader's own, outside of what is written.
    func page(_ page: some PageView, title: String, path: String) async throws -> RenderedPage {
        guard let reading = try await services.database.read({ tx in try SiteReading(tx) }) else { return emptySite() }
        let head = PageHead(title: "\(title) – \(reading.site.title)", isHidden: true)
        var rendered = html(page, reading, head: head, path: path, subjects: [.site])
        rendered.isStorable = false
        rendered.isPersonal = true
        return rendered
    }

    /// The home of a data folder into which nothing has been imported yet.
    private func emptySite() -> RenderedPage {
        let language = Language(tag: "en")
        let head = SiteHead(
            title: "Thaw", language: language, home: SafeURL(path: "/"),
            stylesheet: Look(theme: services.theme, styleVersion: "").stylesheet)
        let bytes = services.theme.render(
            EmptySitePage(command: "thaw import export.xml"), site: head,
            head: PageHead(title: "Thaw", isHidden: true, isHome: true))
        // It changes with the first import, before there is a site that could be touched.
        return RenderedPage(body: PageBody(ByteBuffer(bytes: bytes)), subjects: [], mark: 0, isStorable: false)
    }

    /// - Parameter content: in which cards may stand that have players.
    private func html(
        _ page: some PageView, _ reading: SiteReading, head: PageHead, path: String, subjects: Set<Subject>,
        content: [SafeHTML] = []
    ) -> RenderedPage {
        let look = look ?? reading.look(services)
        var head = head
        head.isHidden = head.isHidden || reading.site.isHidden
        let players = services.offersPlayers ? content.flatMap(\.playerOrigins) : []
        if !players.isEmpty {
            head.playerScript = look.playerScript
        }
        if head.isHome { head.identities = services.identities.map(IdentityLink.init) }
        let site = reading.head(services, in: look, path: path)
        let bytes = look.theme.render(page, site: site, head: head)
        return RenderedPage(
            body: PageBody(ByteBuffer(bytes: bytes)),
            headers: players.isEmpty ? [] : [SecurityHeaders.contentSecurityPolicy(players: Set(players).sorted())],
            subjects: subjects, mark: reading.mark)
    }

    private func file(_ bytes: [UInt8], type: String, subjects: Set<Subject>) -> RenderedPage {
        RenderedPage(contentType: type, body: PageBody(ByteBuffer(bytes: bytes)), subjects: subjects, mark: 0)
    }

    private func file(_ calendar: CalendarReading, _ reading: SiteReading) -> RenderedPage {
        let (site, language) = (reading.site, reading.language)
        var rendered =
            calendar.address.form == .json
            ? file(
                DayJSON(calendar, site: site, language: language, location: services.location).bytes,
                type: DayJSON.type, subjects: calendar.subjects)
            : file(
                CalendarFeed(calendar, site: site, language: language, location: services.location).iCalendar(),
                type: CalendarFeed.type, subjects: calendar.subjects)
        rendered.expires = calendar.expires
        return rendered
    }

    private func redirect(to target: String, status: Int = 301) -> RenderedPage {
        var page = RenderedPage(
            status: status, contentType: "text/plain; charset=utf-8", body: PageBody(ByteBuffer()),
            headers: [("location", target)], subjects: [], mark: 0)
        page.isStorable = false
        page.isCompressible = false
        return page
    }
}
