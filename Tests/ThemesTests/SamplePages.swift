import Language
import Model
import Themes

/// Values of every page, as the server would make them.
enum Sample {
    static let english = Language(tag: "en")
    static let date = LocalDateTime(year: 2012, month: 2, day: 25, hour: 15, minute: 4, second: 5)
    static let moment = DateView(date, at: date.asUTC.adding(seconds: -3600), in: english)

    static func site(_ tag: String = "en") -> SiteHead {
        SiteHead(
            title: "Days & Deeds", tagline: "Notes", language: Language(tag: tag), home: SafeURL(path: "/"),
            stylesheet: SafeURL(path: "/theme/style.css"),
            navigation: [
                NavigationItem(
                    title: "About", url: SafeURL(path: "/about/"), isCurrent: true,
                    children: [NavigationItem(title: "Sources", url: SafeURL(path: "/about/sources/"))])
            ],
            feeds: [FeedLink(title: "Posts", url: SafeURL(path: "/feed/"))], timeline: SafeURL(path: "/timeline/"))
    }

    static let structured = StructuredPost(
        title: "A </script> title", url: "https://example.org/a/", description: "Words", language: "en",
        siteName: "Days", author: "Anna", published: moment.machine,
        picture: .init(url: "https://example.org/a.jpg", width: 640, height: 480, alternativeText: "A \"pot\""),
        keywords: ["Rome"], commentCount: 1,
        comments: [.init(url: "https://example.org/a/#comment-1", author: "B", published: moment.machine)])

    static let head = PageHead(
        title: "A – Days & Deeds", description: "Some \"words\"", canonical: SafeURL("https://example.org/a/"),
        openGraph: structured.openGraph, structuredData: structured.json,
        feeds: [FeedLink(title: "Responses", url: SafeURL(path: "/a/feed/"))])

    static func comment(_ number: Int, isByPostAuthor: Bool = false) -> CommentView {
        CommentView(
            id: "comment-\(number)", number: "\(number)", author: "<Person> \(number)",
            authorURL: SafeURL("https://example.org/?a=1&b=\(number)"), isByPostAuthor: isByPostAuthor, date: moment,
            url: SafeURL(fragment: "comment-\(number)"),
            inReplyTo: ReplyTarget(text: "In reply to somebody", url: SafeURL(fragment: "comment-1")),
            content: SafeHTML(sanitized: "<p>Words of \(number)</p>"), isHeld: number == 3,
            answer: ReplyLink(
                parent: "\(number)", url: SafeURL(path: "/a/?replytocom=\(number)#respond"),
                label: "Reply to <Person>", heading: "Leave a Reply to <Person>"),
            edit: SafeURL(path: "/a/comments/\(number)/#respond"))
    }

    static let subscription: SubscriptionPage = {
        let paces = [ChoiceView(value: "daily", title: "once a day", isChosen: true)]
        return SubscriptionPage(
            heading: "Your <subscription>", notice: "Saved.", introduction: "You asked for:", wishes: ["new <posts>"],
            confirm: SafeURL(path: "/follow-by-mail/1-a/"),
            asking: SubscriptionPage.AskingView(
                action: SafeURL(path: "/follow-by-mail/"), email: "b@example.org", fault: "Missing",
                topics: SubscriptionPage.TopicsView(newPosts: false, today: true, fault: "Choose"), paces: paces),
            managing: SubscriptionPage.ManagingView(
                action: SafeURL(path: "/follow-by-mail/1-a/"), newPosts: true,
                offersToday: true, today: true,
                threads: [SubscriptionPage.ThreadView(number: "7", title: "comments on “A day”")], paces: paces),
            end: SafeURL(path: "/follow-by-mail/1-a/end/all/"))
    }()

    static let form = ReplyFormView(
        heading: "Leave a Reply to <Person>", action: SafeURL(path: "/a/comments/#respond"),
        cancel: SafeURL(path: "/a/#respond"), parent: "1", comment: "</textarea>", name: "\"<B>",
        email: "b@example.org",
        website: "https://b.example", remembers: true,
        offersMail: true, followsResponses: true,
        faults: ReplyFaultsView(
            general: "Too many", comment: "Missing", name: "Too long", email: "Missing", website: "Not an address"),
        preview: SafeHTML(sanitized: "<p>As it would look</p>"), script: SafeURL(path: "/theme/1/reply.js"))

    static func entry(_ title: String? = "A <title>", format: Post.Format = .standard) -> EntryView {
        EntryView(
            title: title, url: SafeURL(path: "/2012/02/25/a/"), format: format, date: moment, updated: moment,
            author: AuthorView(name: "Anna", url: SafeURL(path: "/author/anna/")),
            content: SafeHTML(sanitized: "<p>Body</p>"),
            categories: [LinkView(title: "Rome", url: SafeURL(path: "/category/rome/"))],
            tags: [LinkView(title: "1956", url: SafeURL(path: "/tag/1956/"))],
            responses: LinkView(title: "One Response", url: SafeURL(path: "/2012/02/25/a/#comments")))
    }

    static let comments = CommentsView(
        heading: english.responses(3),
        comments: CommentView.threads([(comment(1), 0), (comment(2, isByPostAuthor: true), 1), (comment(3), 0)]),
        pings: [
            PingView(id: "comment-4", title: "Elsewhere", url: SafeURL("https://example.org/"), date: moment)
        ],
        older: SafeURL(path: "/a/comment-page-1/"), areClosed: true, form: form)

    static let post = PostPage(
        entry: entry(), pages: [PageLink(number: "1", url: nil), PageLink(number: "2", url: SafeURL(path: "/a/2/"))],
        previous: LinkView(title: "Before", url: SafeURL(path: "/before/")),
        next: LinkView(title: "After", url: SafeURL(path: "/after/")), comments: comments,
        event: EventNoteView(
            label: "It tells of", date: "February 25, 1956", machine: "1956-02-25", place: "<Moscow>",
            doubt: "uncertain", links: [LinkView(title: "More: 1956", url: SafeURL(path: "/in/1956/"))]),
        onThisDay: onThisDay)

    static let event = EventView(
        date: "about 1450", machine: "1450", dateURL: SafeURL(path: "/in/1450/"), title: "A <press>",
        url: SafeURL(path: "/a/"), ago: "576 years ago", round: "round anniversary", doubt: "approximate",
        place: "Mainz & around", summary: "Letters <of> lead.")

    static let onThisDay = OnThisDayView(
        heading: "On this day: February 25", url: SafeURL(path: "/today/"), events: [event])

    static let chronicle = ChroniclePage(
        heading: "Timeline", count: "One event",
        sections: [
            ChronicleSection(
                heading: LinkView(title: "The 15th century", url: SafeURL(path: "/in/15th-century/")), id: "century-15",
                groups: [
                    ChronicleGroup(
                        heading: LinkView(title: "The 1450s", url: SafeURL(path: "/in/1450s/")), events: [event])
                ])
        ], othersHeading: "The same day by another calendar", others: [event],
        centuries: [LinkView(title: "The 15th century (1)", url: SafeURL(path: "/timeline/#century-15"))],
        centuriesLabel: "Centuries", links: [LinkView(title: "Today", url: SafeURL(path: "/today/"))],
        pagination: ChroniclePagination(
            earlier: LinkView(title: "Earlier", url: SafeURL(path: "/timeline/")),
            later: LinkView(title: "Later", url: SafeURL(path: "/timeline/page/3/")), position: "Page 2 of 3"),
        calendar: LinkView(title: "Calendar", url: SafeURL(path: "/on/02-25.ics")), nothing: "Nothing yet")

    static let list = PostListPage(
        heading: "Category: Rome", description: SafeHTML(sanitized: "<p>The city</p>"),
        entries: [entry(), entry(nil, format: .aside)],
        pagination: PaginationView(
            newer: SafeURL(path: "/"), older: SafeURL(path: "/page/3/"), position: "Page 2 of 3"),
        onThisDay: onThisDay)

    static let search = SearchPage(
        heading: "Search results for “rome”", query: "rome \"<", count: "One result", note: "Cut",
        results: [
            SearchResultView(
                title: [SearchPiece(text: "To "), SearchPiece(text: "Rome", isHit: true)],
                url: SafeURL(path: "/a/#comment-1"), date: moment, response: "Response by Anna",
                snippet: [SearchPiece(text: "<b> "), SearchPiece(text: "rome", isHit: true)])
        ], suggestions: [LinkView(title: "A", url: SafeURL(path: "/a/"))],
        pagination: PaginationView(older: SafeURL("/?s=rome&paged=2"), position: "Page 1 of 2"))

    static let attachment = AttachmentPage(
        title: "A hall", entryURL: SafeURL(path: "/a/hall/"), original: SafeURL("https://example.org/hall.jpg"),
        alternativeText: "People \"in\" a hall", caption: SafeHTML(sanitized: "<em>1956</em>"), date: moment,
        parent: LinkView(title: "A", url: SafeURL(path: "/a/")))
}
