/// One post or page by itself, with its responses.
package struct PostPage: PageView {
    package var entry: EntryView
    /// The parts of a post that is split; empty for one that is not.
    package var pages: [PageLink]
    /// The post before it in time.
    package var previous: LinkView?
    package var next: LinkView?
    /// nil where nothing is liked.
    package var likes: LikesView?
    /// Likes at once; nil where nothing can be liked.
    package var likeScript: SafeURL?
    /// nil where there is nothing to show and nothing to say about them.
    package var comments: CommentsView?
    /// nil where no date is known of which it tells.
    package var event: EventNoteView?
    /// By setting.
    package var onThisDay: OnThisDayView?
    /// Its sources as files; empty where it cites nothing.
    package var sourceFiles: [LinkView]

    package init(
        entry: EntryView, pages: [PageLink] = [], previous: LinkView? = nil, next: LinkView? = nil,
        likes: LikesView? = nil, comments: CommentsView? = nil, event: EventNoteView? = nil,
        onThisDay: OnThisDayView? = nil, sourceFiles: [LinkView] = []
    ) {
        self.entry = entry
        self.pages = pages
        self.previous = previous
        self.next = next
        self.likes = likes
        self.comments = comments
        self.event = event
        self.onThisDay = onThisDay
        self.sourceFiles = sourceFiles
    }

    package static let template = "post"

    package static let fields: [Field<PostPage>] = [
        .record("entry") { $0.entry },
        .list("pages") { $0.pages },
        .optionalRecord("previous") { $0.previous },
        .optionalRecord("next") { $0.next },
        .optionalRecord("likes") { $0.likes },
        .optionalURL("likeScript") { $0.likeScript },
        .optionalRecord("comments") { $0.comments },
        .optionalRecord("event") { $0.event },
        .optionalRecord("onThisDay") { $0.onThisDay },
        .list("sourceFiles") { $0.sourceFiles },
        .flag("hasSourceFiles") { !$0.sourceFiles.isEmpty },
        .flag("hasPages") { !$0.pages.isEmpty },
        .flag("hasNeighbours") { $0.previous != nil || $0.next != nil },
    ]
}
