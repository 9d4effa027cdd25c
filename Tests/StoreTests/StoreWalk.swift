import Database
import DatabaseSupport
import Model
import Search
import Store

/// Calls every function of the store once with something to find, so that all its statements are run and recorded.
struct StoreWalk {
    let fixture: StoreFixture

    static func statements() async throws -> [RecordedStatement] {
        let walk = StoreWalk(fixture: try await StoreFixture())
        let post = try await walk.write()
        try await walk.fixture.database.rebuildSearch()
        try await walk.read(post)
        try walk.fixture.database.recordAgainstNothing(.postgres) { tx in
            // The question for the migrations' table is one of the dialect points; only a read reaches the other side.
            _ = try SchemaState.read(in: tx)
            try walk.search(tx)
        }
        return walk.fixture.database.statements
    }

    /// Each step of a subscription.
    private func subscriptions(_ tx: any WriteTransaction, to post: Post, comment: Comment) throws {
        let (site, now) = (fixture.site.id, StoreFixture.now)
        let subscriber = try tx.insert(
            Subscriber(
                id: .unassigned, site: site, address: "Ann@example.org", newPosts: .on, confirmedAt: now, createdAt: now
            ))
        try tx.follow(post.id, by: subscriber.id, .asked)
        try tx.confirmFollowedPosts(of: subscriber.id)
        _ = (try tx.hasFollowers(post.id), try tx.hasFollowersOfPosts(site: site))
        _ = try tx.markTold("comment", 1, site: site)
        _ = (try tx.hasFollowersOfToday(site: site), try tx.subscribersNotTold(of: now.utc, site: site, limit: 5))
        _ = try tx.markToldToday(now.utc, to: subscriber.id)
        try tx.set(Chronicle(), site: site, at: now)
        _ = try tx.chronicle(site: site)
        try tx.addNews(of: comment, except: "b@example.org")
        try tx.addNews(of: post)
        try tx.setDue(.instantly, at: now, site: site)
        _ = (try tx.subscribersDue(at: now, site: site, limit: 5), try tx.nextNews(site: site))
        _ = (try tx.news(of: subscriber.id), try tx.lastNews(of: subscriber.id))
        _ = (try tx.subscriber(address: "ann@EXAMPLE.org", site: site), try tx.followedPosts(of: subscriber.id))
        _ = (try tx.subscribers(matching: "ann", site: site, limit: 5), try tx.subscriberCount(site: site))
        _ = try tx.hasApproved(address: "ann@example.org", site: site)
        try tx.update(subscriber)
        try tx.clearDue(of: subscriber.id)
        try tx.dropNewPosts(of: subscriber.id)
        try tx.unfollow(post.id, by: subscriber.id)
        try tx.unfollow(nil, by: subscriber.id)
        try tx.dropNews(of: subscriber.id, through: 99)
        _ = try tx.forgetUnconfirmed(askedBefore: now, site: site)
        try tx.delete(subscriber.id)
    }

    private func passkeys(_ tx: any WriteTransaction, of author: Account) throws {
        let now = StoreFixture.now
        try tx.insert(
            StoredPasskey(
                account: author.id, credential: "c", publicKey: "k", counter: 0, name: "Phone",
                createdAt: StoreFixture.now))
        _ = (try tx.hasPasskeys(), try tx.passkeys(of: author.id), try tx.signsIn(author.id))
        guard let passkey = try tx.passkey(credential: "c") else { return }
        try tx.usePasskey(passkey.id, counter: 1, at: now)
        try tx.deletePasskey(passkey.id, of: author.id)
        try tx.deletePasskeys(of: author.id)
    }

    /// Somebody logs in, is shown, and leaves again.
    private func identities(_ tx: any WriteTransaction, author: Account, post: Post.ID) throws {
        let (site, now) = (fixture.site.id, StoreFixture.now)
        try tx.set(StoredProvider(slug: "github", preset: "github", isOn: true), site: site, at: now)
        _ = try tx.identityProviders(site: site)
        try tx.deleteIdentityProvider("github", site: site, at: now)
        try tx.setProviderClient("c", secret: "s", at: "https://m.example", redirect: "r", site: site, now: now)
        _ = try tx.providerClient(at: "https://m.example", redirect: "r", site: site)
        try tx.deleteProviderClient(at: "https://m.example", site: site)
        let identity = try tx.note(
            Identity(site: site, provider: "github", issuer: "i", subject: "1", name: "Anna"), at: now)
        var renamed = identity
        renamed.name = "Anne"
        _ = try tx.note(renamed, at: now)
        try tx.link(identity, to: identity.id, at: now)
        try tx.set(account: author.id, of: identity.id)
        try tx.set(picture: "p.webp", of: identity.id, site: site, at: now)
        _ = (try tx.identity(identity.id), try tx.identities([identity.id]))
        _ = (try tx.identities(ofPerson: identity.id), try tx.identities(of: author.id))
        try passkeys(tx, of: author)
        _ = (try tx.hasIdentityPicture("p.webp", site: site), try tx.hasApproved(person: identity.id))
        _ = try tx.likes(of: post, newest: 3)
        try tx.like(post, by: identity.id, site: site, at: now)
        try tx.countBrowserLike(post, isMore: true, site: site, at: now)
        _ = (try tx.likes(of: post, newest: 3), try tx.likes(post, by: identity.id))
        try tx.unlike(post, by: identity.id, site: site, at: now)
        let liked = fixture.comment(1)
        if let inserted = try tx.insertThread(of: post, site: site, [liked], at: now)[1],
            let comment = try tx.comment(number: inserted.number, site: site)
        {
            try tx.set(true, likeOf: comment, by: identity.id, site: site, at: now)
            _ = try tx.likes(ofComments: [comment.id])
            try tx.set(false, likeOf: comment, by: identity.id, site: site, at: now)
        }
        _ = (try tx.likedComments(by: identity.id), try tx.likedComments(ofPerson: identity.id))
        _ = (try tx.likers(ofCommentsOn: post), try tx.signers(ofCommentsOn: post))
        try tx.setBrowserLikes(3, of: post)
        try tx.insertReaderSession(token: "r", of: identity.id, at: now, until: now.adding(seconds: 9))
        _ = try tx.identity(session: "r", at: now)
        _ = (try tx.readerSessionEnd("r"), try tx.likedPosts(by: identity.id))
        try tx.deleteReaderSession("r", at: now)
        try tx.insert(
            StoredAttempt(
                state: "s", browser: "b", provider: "github", purpose: "reading", attempt: "a", path: "/p/",
                createdAt: now, endsAt: now), site: site)
        _ = (try tx.loginAttempt(state: "s"), try tx.loginAttempt(from: "b", path: "/p/"))
        _ = try tx.useLoginAttempt("s", at: now)
        try tx.set(fault: "denied", ofLoginAttempt: "s")
        try tx.deleteLoginAttempts(endedBefore: now)
        try tx.deleteLoginAttempts(from: "b", path: "/p/")
    }

    /// What is kept for a time, and what somebody erases.
    private func forgetting(_ tx: any WriteTransaction, under post: Post) throws {
        let (site, now) = (fixture.site.id, StoreFixture.now)
        try tx.set(Retention(), site: site, at: now)
        _ = (try tx.retention(site: site), try tx.rejectedComments(before: now, site: site, limit: 3))
        try tx.forgetAddresses(before: now, site: site)
        try tx.dateRejectedComments(site: site, at: now)
        try tx.deleteReaderSessions(endedBefore: now)
        let identity = try tx.note(
            Identity(site: site, provider: "github", issuer: "i", subject: "9", name: "Bo"), at: now)
        try tx.like(post.id, by: identity.id, site: site, at: now)
        _ = (try tx.comments(of: .person(identity.id), site: site), try tx.likedPaths(ofPerson: identity.id))
        _ = try tx.comments(of: .address("a@b.example"), site: site)
        try tx.delete(identity, at: now)
        let inserted = try tx.insertThread(
            of: post.id, site: site, [fixture.comment(2_000), fixture.comment(2_001, under: 2_000)], at: now)
        for reference in [2_000, 2_001] as [Int64] {
            if let comment = inserted[reference] { try tx.remove(comment.id, site: site, at: now) }
        }
        try tx.forgetEvents(before: now, site: site)
    }

    /// A response is judged, the filter taught, and asked by a key.
    private func filtering(_ tx: any WriteTransaction, under post: Post) throws {
        let (site, now) = (fixture.site.id, StoreFixture.now)
        let inserted = try tx.insertThread(of: post.id, site: site, [fixture.comment(3_000)], at: now)
        guard let comment = inserted[3_000]?.id else { return }
        try tx.note(StoredJudgement(verdict: "spam", permille: 990, reasons: "links"), of: comment, site: site)
        try tx.setTaught(true, of: comment, site: site)
        _ = (try tx.judgement(of: comment), try tx.evidence(of: [comment]), try tx.wording(of: post.id))
        _ = (
            try tx.filteredComments(site: site, limit: 5),
            try tx.untaughtComments(standingSince: now, site: site, among: 5)
        )
        _ = try tx.newestComments(in: [.approved, .spam], site: site, limit: 5)
        _ = try tx.taughtComments(site: site, after: Comment.ID(0), limit: 5)
        let filter = try tx.ownFilter(site: site, at: now)
        try tx.teach(filter.id, comment, isSpam: true, isUndone: false)
        try tx.teach(filter.id, features: [1], isSpam: false)
        _ = try tx.passLesson(filter.id)
        let lessons = try tx.lessons(of: filter.id, after: 0, limit: 5)
        try tx.keep([1, 2], through: lessons.last?.id ?? 0, of: filter.id)
        _ = (try tx.bytes(of: filter.id), try tx.filter(filter.id), try tx.filter(site: site))
        try tx.add(FilterWork(checked: 1), to: filter.id, on: "2026-04-08")
        _ = try tx.work(of: filter.id, from: "2026-04-01", before: "2026-05-01")
        try tx.set(AkismetSettings(key: "k"), site: site)
        try tx.setAkismetAlert("over the limit", site: site)
        try tx.note(AkismetCheck(comment: comment, guid: "g", form: "a=b", answer: .waits), site: site)
        _ = (try tx.akismet(site: site), try tx.akismetCheck(of: comment))
        _ = try tx.akismetCheck(guid: "g", site: site)
        let keyed = try tx.insertFilter(key: "k", name: "Shop", site: site, at: now)
        _ = (try tx.filter(key: "k"), try tx.keyedFilters(site: site))
        try tx.deleteFilter(keyed.id, site: site)
    }

    private func views(_ tx: any WriteTransaction, of post: Post) throws {
        try tx.addViews(3, of: post.id, on: "2026-04-08")
        _ = (try tx.views(of: post.id, from: "2026-04-01"), try tx.views(from: "2026-04-01", site: post.site))
        _ = (try tx.mostViewed(from: "2026-04-01", site: post.site, limit: 5), try tx.viewCount(of: post.id))
    }

    /// A thread that is counted from its nearer end, whichever that is.
    private func longThread(_ tx: any WriteTransaction, under post: Post) throws {
        let many = (1_000...1_120).map { fixture.comment($0) }
        let inserted = try tx.insertThread(of: post.id, site: post.site, many, at: StoreFixture.now)
        for reference in [1_000, 1_120] as [Int64] {
            if let first = inserted[reference] { _ = try tx.page(ofComment: first.id, perPage: 10) }
        }
    }

    private func deadJobs(_ tx: any WriteTransaction) throws {
        try tx.setStyle("p { margin: 0 }", site: fixture.site.id)
        _ = (try tx.style(site: fixture.site.id), try tx.site(fixture.site.id))
        _ = try tx.addressedPosts(after: Post.ID(0), site: fixture.site.id, limit: 9)
        _ = try tx.squarePictures(site: fixture.site.id, including: nil, limit: 5)
        _ = try tx.storedNavigation(menu: "main", site: fixture.site.id)
        try tx.setLocation("primary", ofMenu: "main", site: fixture.site.id, at: StoreFixture.now)
        _ = try tx.people(site: fixture.site.id, at: StoreFixture.now)
        _ = try tx.log(EventFilter(), site: fixture.site.id, limit: 9)
        _ = try tx.waitingJobs(site: fixture.site.id)
        try tx.revive(job: 1, site: fixture.site.id, at: StoreFixture.now)
        try tx.discard(job: 1, site: fixture.site.id)
    }

    private func terms(_ tx: any WriteTransaction, like war: Term) throws {
        var spare = war
        spare.number = 0
        spare.slug = "spare"
        spare = try tx.insert(spare, at: StoreFixture.now)
        try tx.addAlias("peace", of: war)
        _ = try tx.term(.category, formerSlug: "peace", site: war.site)
        _ = (try tx.posts(naming: spare.id, limit: 9), try tx.children(of: spare.id))
        try tx.redirect(spare.id, to: war.id)
        try tx.delete(spare, at: StoreFixture.now)
    }

    private func write() async throws -> Post {
        let site = fixture.site
        let author = try await fixture.account("anna", number: 1)
        let history = try await fixture.term("history", number: 3)
        let war = try await fixture.term("war", parent: history.id)
        let posts = (0..<12).map {
            fixture.post("p\($0)", minutes: Int64($0), number: 5, author: author.id, sticky: $0 == 3)
        }
        let page = fixture.post("about", minutes: 99, kind: .page)
        let image = fixture.post("image", minutes: 99, kind: .attachment)
        let comments = [
            fixture.comment(1), fixture.comment(2, under: 1), fixture.comment(3, kind: .pingback), fixture.comment(4),
            fixture.comment(5), fixture.comment(5),
        ]
        let now = StoreFixture.now
        return try await fixture.database.writeAlone { tx in
            let posts = try posts.map { try StoreFixture.insert($0, tx) }
            var post = posts[6]
            let page = try StoreFixture.insert(page, tx)
            let image = try StoreFixture.insert(image, tx)
            try tx.link(image.id, parent: post.id, featuredImage: nil)
            try tx.setMedium(
                Medium(post: image.id, sourceURL: "", path: "wp-content/a.jpg", mimeType: "", alternativeText: ""),
                site: site.id)
            try tx.arrive(
                Medium(
                    post: image.id, sourceURL: "", path: "wp-content/a.jpg", mimeType: "image/jpeg",
                    alternativeText: "",
                    width: 3, height: 2, file: .init(hash: "0f", bytes: 9)),
                copies: [.init(name: "1.webp", mimeType: "image/webp", width: 2, height: 1, bytes: 5)], site: site.id,
                at: now)
            try jobs(tx)
            _ = try tx.setRendering(StoreFixture.body, of: post.id, at: now)
            try tx.setTerms([war.id], of: post.id)
            try terms(tx, like: war)
            try deadJobs(tx)
            try tx.setMeta([MetaEntry(key: "k", value: "v")], of: post.id)
            post.title = "changed"
            try tx.update(post, body: StoreFixture.body, at: now)
            var trashed = posts[7]
            trashed.status = .trash
            try tx.update(trashed, at: now)
            _ = try tx.addAlias("/alias/", of: post.id, site: site.id)
            _ = try tx.addRedirect("/gone/", to: "/", site: site.id)
            try tx.removeAddresses(of: posts[0].id)
            let first = try tx.insertThread(of: post.id, site: site.id, comments, at: now)
            let answered = first.mapValues(\.id)
            _ = try tx.insertThread(
                of: post.id, site: site.id, [fixture.comment(9, under: 1)], known: answered, at: now)
            for comment in answered.values.sorted() {
                try tx.setStatus(.approved, of: comment, site: site.id, at: now)
            }
            try tx.setNavigation(
                menu: "main", location: "primary",
                [
                    NewNavigationItem(label: "", target: .post(page.id)),
                    NewNavigationItem(label: "", target: .term(war.id), parent: 0),
                    NewNavigationItem(label: "", target: .url("https://a.example")),
                ], site: site.id, at: now)
            try tx.note(
                ImportRecord(localID: 1, digest: "d"), for: ImportKey(source: "s", kind: .post, key: "5"), site: site.id
            )
            try tx.noteAlias(of: .post, oldNumber: 5, source: "s", localID: 2, site: site.id)
            for kind in [Numbered.post, .comment, .term, .account] { _ = try tx.nextNumber(of: kind, site: site.id) }
            try tx.reserveNumbers(of: .post, through: 900, site: site.id)
            if let id = answered[1], let comment = try tx.comments([id]).first {
                try subscriptions(tx, to: post, comment: comment)
                try views(tx, of: post)
                try filtering(tx, under: post)
                try forgetting(tx, under: post)
                try longThread(tx, under: post)
            }
            if let id = answered[1], let stored = try tx.storedComment(id) {
                try tx.revise(id, as: stored, site: site.id, at: now)
                try tx.keepVersion(of: id, actor: "visitor", at: now)
                try tx.note(
                    Submission(digest: "d", browser: "b", network: "192.0.2.0/24", agent: "a"), of: id, site: site.id)
                try tx.changeDigest(to: "e", of: id)
            }
            try tx.set(Discussion(), site: site.id, at: now)
            try identities(tx, author: author, post: post.id)
            try tx.setPassword("p", of: author.id, at: now)
            try tx.addLink("l", to: author.id, until: now.adding(seconds: 9))
            try tx.insertToken("d", name: "n", scopes: [.read], of: author.id, at: now)
            if let token = try tx.token("d") {
                try tx.touchToken(token.id, at: now)
                _ = (try tx.tokens(of: author.id), try tx.hasToken(for: .read))
                _ = try tx.deleteToken(token.id, of: author.id)
            }
            _ = try tx.beginCall("k", digest: "d", of: author.id, at: now)
            try tx.endCall("k", of: author.id, status: 201, location: nil, body: "{}")
            _ = try tx.call("k", of: author.id)
            try tx.forgetCall("k", of: author.id)
            try tx.forgetCalls(before: now)
            try tx.setOneTimeCode("s", isOn: true, lastStep: 1, of: author.id)
            try tx.setRecoveryCodes(["a", "b"], of: author.id)
            _ = (try tx.oneTimeCode(of: author.id), try tx.recoveryCodeCount(of: author.id))
            _ = (try tx.useStep(2, of: author.id), try tx.useRecoveryCode("a", of: author.id))
            try tx.removeOneTimeCode(of: author.id)
            try tx.insertSession(
                token: "t", of: author.id, agent: "a", network: "n", at: now, until: now.adding(seconds: 9))
            if let session = try tx.session(token: "t", at: now) {
                try tx.touchSession(session.id, at: now, until: now.adding(seconds: 9))
                try tx.deleteSession(session.id, of: author.id)
                try tx.deleteSession(session.id)
            }
            try tx.deleteSessions(of: author.id)
            for post in try tx.posts(by: author.id, limit: 1) {
                try tx.setAuthor(author.id, of: post, site: site.id, at: now)
            }
            try tx.removeCredential(of: author.id)
            var (renamed, moved, retitled) = (author, war, site)
            renamed.displayName = "Anna A."
            try tx.update(renamed, at: now)
            moved.parent = nil
            try tx.update(moved, at: now)
            retitled.tagline = "In history"
            try tx.update(retitled, at: now)
            try tx.record(Event(at: now, actor: "a", verb: "v", objectKind: "post", objectID: 1), site: site.id)
            try writing(post, by: author.id, tx)
            try chronicle(post, tx)
            try links(post, tx)
            try sources(post, tx)
            try tx.pruneTouched(keeping: 1)
            return post
        }
    }

    private func read(_ post: Post) async throws {
        let site = fixture.site.id
        try await fixture.database.read { tx in
            _ = (try tx.site(), try tx.site(site), try tx.latestTouch(), try tx.touched(after: 0))
            _ = (try tx.post(number: post.number, site: site), try tx.posts(.post, slug: "p1", site: site))
            _ = try tx.posts(site: site, kind: .post, status: .published, limit: 5)
            _ = (
                try tx.posts(site: site, after: 0, limit: 5), try tx.storedComments(of: post.id),
                try tx.terms(site: site)
            )
            _ = try tx.addresses(of: post.id)
            _ = (try tx.fullPost(post.id), try tx.meta(of: post.id), try tx.neighbours(of: post))
            _ = (try tx.pages(under: nil, site: site), try tx.pages(under: post.id, site: site))
            _ = (try tx.duePosts(at: StoreFixture.now, site: site), try tx.nextScheduled(site: site))
            for page in 1...3 { _ = try tx.listPage(.home, site: site, page: page, perPage: 5, withContent: page == 1) }
            _ = (try tx.months(site: site), try tx.newestPosts(in: .home, site: site, limit: 2))
            if let author = post.author { _ = try tx.account(author) }
            _ = (try tx.account(number: 1, site: site), try tx.account(slug: "anna", site: site))
            _ = (try tx.account(login: "anna", site: site), try tx.accounts(site: site))
            let history = try tx.term(number: 3, site: site)
            if let id = history?.id {
                _ = (try tx.term(id), try tx.lineage(of: id), try tx.descendants(of: id), try tx.meta(of: id))
            }
            _ = (try tx.term(.category, slug: "war", site: site), try tx.terms(of: .category, site: site))
            for page in 1...3 { _ = try tx.threadPage(of: post.id, page: page, perPage: 1) }
            _ = try tx.threadPage(of: post.id, page: 1, perPage: 1, isNewestFirst: true)
            _ = try tx.place(ofComment: 2, site: site, perPage: 1, isNewestFirst: true)
            try responding(tx, post)
            _ = (try tx.pings(of: post.id), try tx.comment(number: 1, site: site))
            _ = try tx.place(ofComment: 2, site: site, perPage: 50)
            _ = (try tx.recentComments(site: site, limit: 5), try tx.recentComments(of: post.id, limit: 5))
            if let key = AddressKey("/p1/") { _ = try tx.destination(of: key, site: site) }
            _ = (try tx.medium(of: post.id), try tx.medium(path: "wp-content/a.jpg", site: site))
            _ = (try tx.medium(number: 1, site: site), try tx.attachments(of: post.id))
            _ = (try tx.media(site: site), try tx.media(of: [post.id]), try tx.reusableBlocks(site: site))
            _ = (try tx.renumberedPosts(from: "s", site: site), try tx.origins(site: site))
            _ = try tx.bodies(after: post.id, site: site, limit: 2)
            _ = (try tx.copies(of: post.id), try tx.copies(of: [post.id]), try tx.copies(site: site))
            _ = (try tx.copy(named: "1.webp"), try tx.hasRenderings(before: 2, site: site))
            _ = (try tx.missingMedia(site: site, limit: 5), try tx.presentMedia(site: site))
            _ = (try tx.navigation(menu: "main", site: site), try tx.menus(site: site))
            _ = try tx.importRecord(ImportKey(source: "s", kind: .post, key: "5"), site: site)
            _ = (try tx.importedIDs(.post, source: "s", site: site), try tx.importSources(site: site))
            _ = try tx.localID(ofAliased: .post, oldNumber: 5, site: site)
            _ = (try tx.sitemapCount(site: site), try tx.sitemap(site: site, part: 1))
            _ = try tx.sitemapParts(site: site)
            _ = (try tx.postCounts(site: site), try tx.commentCounts(site: site), try tx.missingMediaCount(site: site))
            _ = (try tx.postsWithoutAddress(site: site), try SchemaState.read(in: tx))
            _ = try tx.events(of: "post", 1, site: site)
            try search(tx)
            _ = (try tx.nextJob(of: ["k"]), try tx.deadJobs(site: site, limit: 5))
            _ = (try tx.searchGaps(), try tx.comments([Comment.ID(1)]))
            _ = try tx.posts(slugStartingWith: "p", datePrefix: "2012", site: site, limit: 2)
        }
    }

    /// The index is asked in each engine's own language.
    /// Each of the ways that a job may go.
    private func jobs(_ tx: any WriteTransaction) throws {
        let (site, now) = (fixture.site.id, StoreFixture.now)
        for key in ["a", "b", "c"] { try tx.enqueue("k", key: key, site: site, after: now) }
        let lease = { try tx.lease(of: ["k"], at: now, until: now.adding(seconds: 9)) }
        if let job = try lease() { try tx.fail(job, error: "e", retry: now, pausesKind: true) }
        if let job = try lease() { try tx.giveBack(job) }
        if let job = try lease() {
            try tx.renew(job, until: now.adding(seconds: 20))
            try tx.enqueue("k", key: job.key, site: site, after: now)
            try tx.finish(job)
        }
        if let job = try lease() { try tx.finish(job, again: now) }
        try tx.withdraw("k", key: "c", site: site)
    }

    private func responding(_ tx: any ReadTransaction, _ post: Post) throws {
        let site = fixture.site.id
        let comment = Comment.ID(1)
        _ = try tx.threadPage(of: post.id, page: 1, perPage: 1, including: [comment])
        _ = (try tx.discussion(site: site), try tx.page(ofComment: comment, perPage: 1))
        _ = (try tx.comment(submittedAs: "e", site: site), try tx.hasApproved(browser: "b", site: site))
        _ = try tx.comments(of: post.id, fromBrowser: "b", site: site)
        _ = (try tx.submission(of: comment), try tx.versions(of: comment))
        _ = try tx.judgedComments(CommentFilter(status: .held, words: "a"), site: site, limit: 3)
        _ = (try tx.judgedComment(number: 1, site: site), try tx.commentStates(site: site))
        _ = (try tx.commentStates(email: "a@b.example", site: site), try tx.accounts(email: "a", site: site))
        if let author = post.author {
            _ = (try tx.password(of: author), try tx.sessions(of: author, at: StoreFixture.now))
        }
        _ = try tx.account(linkedBy: "l", at: StoreFixture.now)
    }

    private func search(_ tx: any ReadTransaction) throws {
        _ = try tx.search(SearchQuery("one -three"), site: fixture.site.id, limit: 1)
        _ = try tx.nearestTitles(to: SearchQuery("p1"), site: fixture.site.id, limit: 1, weighed: 1)
    }
}
