package import Model
package import Themes

/// Where a post or page is written.
package struct EditorPage: PageView {
    package var heading = ""
    package var action: SafeURL
    /// Why what was asked was not done.
    package var fault: String?
    package var text: EditorText
    package var standing: EditorStanding
    /// Nil for a page, which tells of no day.
    package var event: EditorEvent?
    package var categories: [AdminChoice] = []
    package var tags = ""
    package var knownTags: [AdminChoice] = []
    package var newCategories = ""
    package var parents: [AdminChoice] = []
    package var pictures: [AdminChoice] = []
    package var links: [OwnLink] = []
    /// What can be cited: the bracket that does, and what it cites.
    package var sources: [AdminChoice] = []
    /// What it cites, as files; empty where it cites nothing.
    package var sourceFiles: [AdminLink] = []
    /// Which keys the text cites that no source has.
    package var sourcesWarning = ""
    package var isPage = false
    package var mayEditAll = false
    /// What the renderer makes of the text.
    package var preview: SafeHTML?
    package var measure = ""
    package var previewAction: SafeURL
    package var autosaveAction: SafeURL?
    /// Where pictures are sent; nil for who may not.
    package var uploadAction: SafeURL?
    package var unsaved: UnsavedText?
    package var saved: SavedPost?

    package init(action: SafeURL, previewAction: SafeURL, text: EditorText, standing: EditorStanding) {
        self.action = action
        self.previewAction = previewAction
        self.text = text
        self.standing = standing
    }

    package static let template = "editor"

    package static let fields: [Field<EditorPage>] = [
        .text("heading") { $0.heading },
        .url("action") { $0.action },
        .optionalText("fault") { $0.fault },
        .record("text") { $0.text },
        .record("standing") { $0.standing },
        .optionalRecord("event") { $0.event },
        .list("categories") { $0.categories },
        .text("newCategories") { $0.newCategories },
        .text("tags") { $0.tags },
        .list("knownTags") { $0.knownTags },
        .list("parents") { $0.parents },
        .list("pictures") { $0.pictures },
        .list("links") { $0.links },
        .list("sources") { $0.sources },
        .list("sourceFiles") { $0.sourceFiles },
        .flag("hasSourceFiles") { !$0.sourceFiles.isEmpty },
        .flag("hasSources") { !$0.sources.isEmpty },
        .text("sourcesWarning") { $0.sourcesWarning },
        .flag("isPage") { $0.isPage },
        .flag("mayEditAll") { $0.mayEditAll },
        .optionalHTML("preview") { $0.preview },
        .text("measure") { $0.measure },
        .url("previewAction") { $0.previewAction },
        .optionalURL("autosaveAction") { $0.autosaveAction },
        .optionalURL("uploadAction") { $0.uploadAction },
        .optionalRecord("unsaved") { $0.unsaved },
        .optionalRecord("saved") { $0.saved },
    ]
}

/// The words of a post, as they stand in the form.
package struct EditorText: View {
    package var title: String
    package var source: String
    package var excerpt: String
    package var slug: String
    package var isMarkdown: Bool
    /// That the writer saw when they began.
    package var version: Int
    /// Of what was kept of this text before it was saved; 0 for nothing.
    package var serial: Int

    package init(
        title: String = "", source: String = "", excerpt: String = "", slug: String = "", isMarkdown: Bool = true,
        version: Int = 0, serial: Int = 0
    ) {
        self.title = title
        self.source = source
        self.excerpt = excerpt
        self.slug = slug
        self.isMarkdown = isMarkdown
        self.version = version
        self.serial = serial
    }

    package static let fields: [Field<EditorText>] = [
        .text("title") { $0.title },
        .text("source") { $0.source },
        .text("excerpt") { $0.excerpt },
        .text("slug") { $0.slug },
        .flag("isMarkdown") { $0.isMarkdown },
        .text("version") { String($0.version) },
        .text("serial") { String($0.serial) },
    ]
}

/// Who may see a post, and from when.
package struct EditorStanding: View {
    package var choices: [AdminChoice]
    /// As a field of a form takes it (`2026-03-20T13:00`); empty for now.
    package var date: String
    package var timeZone: String
    package var password: String
    package var isSticky: Bool
    package var commentsOpen: Bool

    package init(
        choices: [AdminChoice], date: String = "", timeZone: String, password: String = "", isSticky: Bool = false,
        commentsOpen: Bool = true
    ) {
        self.choices = choices
        self.date = date
        self.timeZone = timeZone
        self.password = password
        self.isSticky = isSticky
        self.commentsOpen = commentsOpen
    }

    package static let fields: [Field<EditorStanding>] = [
        .list("choices") { $0.choices },
        .text("date") { $0.date },
        .text("timeZone") { $0.timeZone },
        .text("password") { $0.password },
        .flag("isSticky") { $0.isSticky },
        .flag("commentsOpen") { $0.commentsOpen },
    ]
}

/// A post to link to.
package struct OwnLink: View {
    package var title: String
    package var path: SafeURL

    package init(title: String, path: SafeURL) {
        self.title = title
        self.path = path
    }

    package static let fields: [Field<OwnLink>] = [.text("title") { $0.title }, .url("path") { $0.path }]
}

/// What was typed and not saved.
package struct UnsavedText: View {
    package var when: String
    package var open: SafeURL
    package var drop: SafeURL

    package init(when: String, open: SafeURL, drop: SafeURL) {
        self.when = when
        self.open = open
        self.drop = drop
    }

    package static let fields: [Field<UnsavedText>] = [
        .text("when") { $0.when },
        .url("open") { $0.open },
        .url("drop") { $0.drop },
    ]
}

/// What can be done with a post that is stored.
package struct SavedPost: View {
    package var status: String
    /// Where readers find it; nil while they don't.
    package var address: SafeURL?
    package var revisions: SafeURL
    /// Where HTML becomes Markdown; nil for what is Markdown.
    package var conversion: SafeURL?
    package var share: SafeURL
    /// A link that was made just now, whole; it is shown once.
    package var previewLink: String?
    package var isShared: Bool
    package var trash: SafeURL
    package var isTrashed: Bool
    /// The next anniversary of what a draft tells of, on which it may be published.
    package var anniversary: String?

    package init(
        status: String, address: SafeURL?, revisions: SafeURL, conversion: SafeURL? = nil, share: SafeURL,
        previewLink: String? = nil,
        isShared: Bool, trash: SafeURL, isTrashed: Bool
    ) {
        self.status = status
        self.address = address
        self.revisions = revisions
        self.conversion = conversion
        self.share = share
        self.previewLink = previewLink
        self.isShared = isShared
        self.trash = trash
        self.isTrashed = isTrashed
    }

    package static let fields: [Field<SavedPost>] = [
        .text("status") { $0.status },
        .optionalURL("address") { $0.address },
        .url("revisions") { $0.revisions },
        .optionalURL("conversion") { $0.conversion },
        .url("share") { $0.share },
        .optionalText("previewLink") { $0.previewLink },
        .flag("isShared") { $0.isShared },
        .url("trash") { $0.trash },
        .flag("isTrashed") { $0.isTrashed },
        .optionalText("anniversary") { $0.anniversary },
    ]
}
