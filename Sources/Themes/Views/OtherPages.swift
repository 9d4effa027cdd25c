package import Model

/// What stands at the address of a post with a password, until it is given. The form posts to `action`, in a field
/// called `post_password`.
package struct PasswordPage: PageView {
    package var title: String
    package var action: SafeURL
    /// Why the last password was refused.
    package var error: String?

    package init(title: String, action: SafeURL, error: String? = nil) {
        self.title = title
        self.action = action
        self.error = error
    }

    package static let template = "password"

    package static let fields: [Field<PasswordPage>] = [
        .text("title") { $0.title },
        .url("action") { $0.action },
        .optionalText("error") { $0.error },
    ]
}

/// There is nothing at an address.
package struct NotFoundPage: PageView {
    /// What the reader may have looked for, or else the newest posts.
    package var suggestions: [LinkView]

    package init(suggestions: [LinkView] = []) {
        self.suggestions = suggestions
    }

    package static let template = "not-found"

    package static let fields: [Field<NotFoundPage>] = [
        .list("suggestions") { $0.suggestions },
        .flag("hasSuggestions") { !$0.suggestions.isEmpty },
    ]
}

/// Something went wrong. Nothing of its cause is said here.
package struct ErrorPage: PageView {
    package var heading: String
    /// For the visitor: what it means and what to do.
    package var sentence: String
    /// The request's, to be found in the log.
    package var number: String?

    package init(heading: String, sentence: String, number: String? = nil) {
        self.heading = heading
        self.sentence = sentence
        self.number = number
    }

    package static let template = "error"

    package static let fields: [Field<ErrorPage>] = [
        .text("heading") { $0.heading },
        .text("sentence") { $0.sentence },
        .optionalText("number") { $0.number },
    ]
}

/// The home page of a site without posts: how to begin.
package struct EmptySitePage: PageView {
    /// What to run, for instance `thaw import export.xml`.
    package var command: String

    package init(command: String = "thaw import export.xml") {
        self.command = command
    }

    package static let template = "empty"

    package static let fields: [Field<EmptySitePage>] = [
        .text("command") { $0.command }
    ]
}

/// A file with what is said about it.
package struct AttachmentPage: PageView {
    package var title: String
    /// Its own address.
    package var entryURL: SafeURL
    /// The file itself, where it is here.
    package var file: SafeURL?
    /// The same, where it can be shown in the page.
    package var picture: PictureView?
    /// Where the file was before, if it is not here.
    package var original: SafeURL?
    package var alternativeText: String
    package var caption: SafeHTML?
    /// The longer description.
    package var content: SafeHTML?
    package var date: DateView?
    /// The post that shows it.
    package var parent: LinkView?
    package var comments: CommentsView?

    package init(
        title: String, entryURL: SafeURL, file: SafeURL? = nil, picture: PictureView? = nil, original: SafeURL? = nil,
        alternativeText: String = "", caption: SafeHTML? = nil, content: SafeHTML? = nil, date: DateView? = nil,
        parent: LinkView? = nil, comments: CommentsView? = nil
    ) {
        self.title = title
        self.entryURL = entryURL
        self.file = file
        self.picture = picture
        self.original = original
        self.alternativeText = alternativeText
        self.caption = caption
        self.content = content
        self.date = date
        self.parent = parent
        self.comments = comments
    }

    package static let template = "attachment"

    package static let fields: [Field<AttachmentPage>] = [
        .text("title") { $0.title },
        .url("entryURL") { $0.entryURL },
        .optionalURL("file") { $0.file },
        .optionalRecord("picture") { $0.picture },
        .optionalURL("original") { $0.original },
        .text("alternativeText") { $0.alternativeText },
        .optionalHTML("caption") { $0.caption },
        .optionalHTML("content") { $0.content },
        .optionalRecord("date") { $0.date },
        .optionalRecord("parent") { $0.parent },
        .optionalRecord("comments") { $0.comments },
    ]
}
