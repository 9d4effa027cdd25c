import Administration
import Citations
import Language
import Model
import Publishing
import Store
import Themes

extension EditorPage {
    /// - Parameter kind: of a new one; a stored one has its own.
    init(_ form: EditorForm, _ reading: EditorReading, kind: Post.Kind, by writer: Writer, now: Instant) {
        let post = reading.full?.post
        let isPage = (post?.kind ?? kind) == .page
        let base = AdminAddress(post?.kind ?? kind)
        self.init(
            action: base.url(post?.number), previewAction: SafeURL(path: "/admin/preview/"),
            text: EditorText(form, isMarkdown: reading.full?.body.sourceFormat != .wordpress),
            standing: EditorStanding(form, reading, by: writer))
        heading = post == nil ? (isPage ? "New page" : "New post") : isPage ? "Edit page" : "Edit post"
        self.isPage = isPage
        event = isPage ? nil : EditorEvent(form, reading)
        mayEditAll = writer.may(.editOthers)
        uploadAction = writer.may(.upload) ? SafeURL(path: "/admin/media/") : nil
        categories = reading.categories.map { term in
            AdminChoice(value: term.name, title: term.name, isChosen: form.categories.contains(term.name))
        }
        newCategories = form.newCategories
        tags = form.tags
        knownTags = reading.tags.map { AdminChoice(value: $0.term.name, title: $0.term.name, isChosen: false) }
        parents = reading.pages.filter { $0.id != post?.id }.map { page in
            AdminChoice(value: String(page.number), title: page.title, isChosen: form.parent == String(page.number))
        }
        var shown = reading.pictures
        if let picture = reading.picture, !shown.contains(where: { $0.number == picture.number }) {
            shown.insert(picture, at: 0)
        }
        pictures = shown.map { entry in
            AdminChoice(
                value: String(entry.number), title: entry.title, isChosen: form.picture == String(entry.number))
        }
        sources = reading.sources.compactMap(Reference.init).map { reference in
            AdminChoice(
                value: "[\(CitationKey.cited(reference.key))]", title: reference.entry(.chicago), isChosen: false)
        }
        links = reading.links.map { OwnLink(title: $0.title, path: SafeURL(path: $0.path)) }
        guard let post, let full = reading.full else { return }
        if !full.body.cited.isEmpty { sourceFiles = ListSources.downloads(ofPost: post.number) }
        autosaveAction = base.url(post.number, "autosave/")
        saved = SavedPost(
            status: post.status.words, address: post.status == .published ? SafeURL(path: full.path) : nil,
            revisions: base.url(post.number, "revisions/"),
            conversion: full.body.sourceFormat == .markdown ? nil : base.url(post.number, "markdown/"),
            share: base.url(post.number, "share/"),
            isShared: reading.isShared, trash: base.url(post.number, "trash/"), isTrashed: post.status == .trash)
        if writer.may(.publish), post.status == .draft || post.status == .pending {
            saved?.anniversary = reading.anniversary(now: now)
        }
    }

    /// Beside what is stored stands what was typed and not saved.
    mutating func offer(_ autosave: Autosave, of post: Post, clock: SiteClock?, language: Language) {
        let base = AdminAddress(post.kind)
        let reading = clock?.reading(at: autosave.at) ?? autosave.at.utc
        unsaved = UnsavedText(
            when: "\(language.day(reading)), \(language.time(reading))",
            open: SafeURL(path: base.url(post.number).text + "?typed=1"), drop: base.url(post.number, "autosave/"))
    }

    mutating func show(_ shown: PreviewText.Shown) {
        preview = .joined(shown.pages)
        measure = shown.measure
        sourcesWarning = shown.sourcesWarning
    }
}

extension EditorText {
    fileprivate init(_ form: EditorForm, isMarkdown: Bool) {
        self.init(
            title: form.title, source: form.source, excerpt: form.excerpt, slug: form.slug, isMarkdown: isMarkdown,
            version: form.version, serial: form.serial)
    }
}

extension EditorStanding {
    fileprivate init(_ form: EditorForm, _ reading: EditorReading, by writer: Writer) {
        var known = [("draft", "Nobody yet: a draft"), ("pending", "Nobody yet: ready for review")]
        if writer.may(.publish) { known += [("published", "Everybody"), ("private", "Nobody: private, but finished")] }
        self.init(
            choices: known.map { AdminChoice(value: $0.0, title: $0.1, isChosen: form.standing == $0.0) },
            date: form.date, timeZone: reading.site.timeZone, password: form.password, isSticky: form.isSticky,
            commentsOpen: form.commentsOpen)
    }
}

extension PreviewText.Shown {
    /// Keys that are mistyped, or of sources that are not here yet; empty where there are none.
    var sourcesWarning: String {
        let named = unknownSources.prefix(10).map { "“\($0)”" }.joined(separator: ", ")
        guard !named.isEmpty else { return "" }
        let rest = unknownSources.count > 10 ? " and \(unknownSources.count - 10) more" : ""
        return "No source of the site has the key \(named)\(rest). Readers see such a bracket as it is typed."
    }

    /// “312 words, 1 minute to read”
    var measure: String {
        "\(words) \(words == 1 ? "word" : "words"), \(minutes) \(minutes == 1 ? "minute" : "minutes") to read"
    }
}

extension Post.Status {
    var words: String {
        switch self {
        case .published: "published"
        case .scheduled: "scheduled"
        case .draft: "a draft"
        case .pending: "ready for review"
        case .private: "private"
        case .trash: "in the trash"
        }
    }
}

/// Where posts or pages are managed.
struct AdminAddress: Sendable {
    let folder: String

    init(_ kind: Post.Kind) { folder = kind == .page ? "/admin/pages/" : "/admin/posts/" }

    /// - Parameter number: nil for a new one.
    func url(_ number: Int64?, _ rest: String = "") -> SafeURL {
        SafeURL(path: folder + (number.map { "\($0)/" } ?? "new/") + rest)
    }

    var list: SafeURL { SafeURL(path: folder) }
}
