package import Themes

/// The files of the site, the newest first, and where more are sent.
package struct MediaPage: PageView {
    package var action: SafeURL
    package var kinds: [AdminLink]
    package var kind: String
    package var words: String
    package var files: [MediumCard]
    package var mayUpload: Bool
    package var limit: String
    package var fault: String?
    package var newer: SafeURL?
    package var older: SafeURL?

    package init(
        action: SafeURL, kinds: [AdminLink], kind: String, words: String, files: [MediumCard], mayUpload: Bool,
        limit: String, fault: String? = nil, newer: SafeURL? = nil, older: SafeURL? = nil
    ) {
        self.action = action
        self.kinds = kinds
        self.kind = kind
        self.words = words
        self.files = files
        self.mayUpload = mayUpload
        self.limit = limit
        self.fault = fault
        self.newer = newer
        self.older = older
    }

    package static let template = "media"

    package static let fields: [Field<MediaPage>] = [
        .url("action") { $0.action },
        .list("kinds") { $0.kinds },
        .text("kind") { $0.kind },
        .text("query") { $0.words },
        .list("files") { $0.files },
        .flag("hasFiles") { !$0.files.isEmpty },
        .flag("mayUpload") { $0.mayUpload },
        .text("limit") { $0.limit },
        .optionalText("fault") { $0.fault },
        .optionalURL("newer") { $0.newer },
        .optionalURL("older") { $0.older },
        .flag("hasPages") { $0.newer != nil || $0.older != nil },
    ]
}

/// One file of the library.
package struct MediumCard: View {
    package var title: String
    package var page: SafeURL
    /// A small picture of it; nil for what is none.
    package var thumbnail: SafeURL?
    package var kind: String
    package var lacksAlternative: Bool

    package init(title: String, page: SafeURL, thumbnail: SafeURL?, kind: String, lacksAlternative: Bool) {
        self.title = title
        self.page = page
        self.thumbnail = thumbnail
        self.kind = kind
        self.lacksAlternative = lacksAlternative
    }

    package static let fields: [Field<MediumCard>] = [
        .text("title") { $0.title },
        .url("page") { $0.page },
        .optionalURL("thumbnail") { $0.thumbnail },
        .text("kind") { $0.kind },
        .flag("lacksAlternative") { $0.lacksAlternative },
    ]
}

/// One file, what is told of it, and where it is shown.
package struct MediumPage: PageView {
    package var card: MediumCard
    package var picture: SafeURL?
    package var file: SafeURL
    package var facts: String
    /// What shows it in a text.
    package var markdown: String
    package var alternativeText: String
    package var caption: String
    package var uses: [OwnLink]
    package var action: SafeURL
    package var mayChange: Bool
    package var fault: String?

    package init(
        card: MediumCard, picture: SafeURL?, file: SafeURL, facts: String, markdown: String, alternativeText: String,
        caption: String, uses: [OwnLink], action: SafeURL, mayChange: Bool, fault: String? = nil
    ) {
        self.card = card
        self.picture = picture
        self.file = file
        self.facts = facts
        self.markdown = markdown
        self.alternativeText = alternativeText
        self.caption = caption
        self.uses = uses
        self.action = action
        self.mayChange = mayChange
        self.fault = fault
    }

    package static let template = "medium"

    package static let fields: [Field<MediumPage>] = [
        .record("card") { $0.card },
        .optionalURL("picture") { $0.picture },
        .url("file") { $0.file },
        .text("facts") { $0.facts },
        .text("markdown") { $0.markdown },
        .text("alternativeText") { $0.alternativeText },
        .text("caption") { $0.caption },
        .list("uses") { $0.uses },
        .flag("hasUses") { !$0.uses.isEmpty },
        .url("action") { $0.action },
        .flag("mayChange") { $0.mayChange },
        .optionalText("fault") { $0.fault },
    ]
}
