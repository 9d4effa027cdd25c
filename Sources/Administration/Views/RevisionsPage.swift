package import Themes

/// The former texts of a post, and how one differs from what it says now.
package struct RevisionsPage: PageView {
    package var heading: String
    package var editor: SafeURL
    package var revisions: [AdminLink]
    package var shown: ShownRevision?

    package init(heading: String, editor: SafeURL, revisions: [AdminLink], shown: ShownRevision? = nil) {
        self.heading = heading
        self.editor = editor
        self.revisions = revisions
        self.shown = shown
    }

    package static let template = "revisions"

    package static let fields: [Field<RevisionsPage>] = [
        .text("heading") { $0.heading },
        .url("editor") { $0.editor },
        .list("revisions") { $0.revisions },
        .optionalRecord("shown") { $0.shown },
    ]
}

/// One former text beside the present one.
package struct ShownRevision: View {
    package var when: String
    package var title: String
    package var lines: [DifferenceLine]
    package var action: SafeURL
    package var id: String
    package var version: String

    package init(
        when: String, title: String, lines: [DifferenceLine], action: SafeURL, id: String, version: String
    ) {
        self.when = when
        self.title = title
        self.lines = lines
        self.action = action
        self.id = id
        self.version = version
    }

    package static let fields: [Field<ShownRevision>] = [
        .text("when") { $0.when },
        .text("title") { $0.title },
        .list("lines") { $0.lines },
        .flag("hasChanges") { !$0.lines.isEmpty },
        .url("action") { $0.action },
        .text("id") { $0.id },
        .text("version") { $0.version },
    ]
}

/// A line that is in both texts, or in one of them.
package struct DifferenceLine: View {
    package var isRemoved: Bool
    package var isAdded: Bool
    package var pieces: [DifferencePiece]

    package init(isRemoved: Bool, isAdded: Bool, pieces: [DifferencePiece]) {
        self.isRemoved = isRemoved
        self.isAdded = isAdded
        self.pieces = pieces
    }

    package static let fields: [Field<DifferenceLine>] = [
        .flag("isRemoved") { $0.isRemoved },
        .flag("isAdded") { $0.isAdded },
        .list("pieces") { $0.pieces },
    ]
}

/// Words that changed, or stayed.
package struct DifferencePiece: View {
    package var text: String
    package var isChanged: Bool

    package init(text: String, isChanged: Bool) {
        self.text = text
        self.isChanged = isChanged
    }

    package static let fields: [Field<DifferencePiece>] = [
        .text("text") { $0.text },
        .flag("isChanged") { $0.isChanged },
    ]
}
