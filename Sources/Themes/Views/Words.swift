import Language

/// The messages that templates may print as they are, under `words`. Those that count or name something come ready made
/// in the views.
struct Words: View {
    let messages: Messages

    static let fields: [Field<Words>] = [
        .text("skipToContent") { $0.messages.skipToContent },
        .text("menu") { $0.messages.menu },
        .text("by") { $0.messages.by },
        .text("updated") { $0.messages.updated },
        .text("categories") { $0.messages.categories },
        .text("tags") { $0.messages.tags },
        .text("pages") { $0.messages.pages },
        .text("newerPosts") { $0.messages.newerPosts },
        .text("olderPosts") { $0.messages.olderPosts },
        .text("featured") { $0.messages.featured },
        .text("noPosts") { $0.messages.noPosts },
        .text("previousPost") { $0.messages.previousPost },
        .text("nextPost") { $0.messages.nextPost },
        .text("commentsClosed") { $0.messages.commentsClosed },
        .text("olderComments") { $0.messages.olderComments },
        .text("newerComments") { $0.messages.newerComments },
        .text("pings") { $0.messages.pings },
        .text("postAuthor") { $0.messages.postAuthor },
        .text("protectedText") { $0.messages.protectedText },
        .text("password") { $0.messages.password },
        .text("passwordSubmit") { $0.messages.passwordSubmit },
        .text("notFoundTitle") { $0.messages.notFoundTitle },
        .text("notFoundText") { $0.messages.notFoundText },
        .text("goHome") { $0.messages.goHome },
        .text("errorNumber") { $0.messages.errorNumber },
        .text("emptyTitle") { $0.messages.emptyTitle },
        .text("emptyText") { $0.messages.emptyText },
        .text("originalFile") { $0.messages.originalFile },
        .text("pictureElsewhere") { $0.messages.pictureElsewhere },
        .text("attachedTo") { $0.messages.attachedTo },
        .text("search") { $0.messages.search },
        .text("searchSite") { $0.messages.searchSite },
        .text("searchSubmit") { $0.messages.searchSubmit },
        .text("previousResults") { $0.messages.previousResults },
        .text("nextResults") { $0.messages.nextResults },
        .text("suggestions") { $0.messages.suggestions },
        .text("playHere") { $0.messages.playHere },
        .text("playNote") { $0.messages.playNote },
    ]
}
