import Language
import Model
import Store
import Themes

extension Themes.PostListPage {
    init(_ reading: ListReading, site: Site, language: Language) {
        let list = reading.page
        let isHome = if case .home = reading.subject { true } else { false }
        let position =
            list.pages < 2 ? nil : language.messages.pageOf(language.number(list.page), language.number(list.pages))
        // On the first page of the home, the site's title in the page's head is the heading.
        let ownHeading = list.page > 1 ? position.map { "\(site.title) – \($0)" } : nil
        var entries = list.posts.map { post in
            EntryView(
                post, picture: post.featuredImage.flatMap { reading.pictures[$0] }, showsContent: isHome,
                language: language)
        }
        for index in entries.indices where entries[index].hurryPicture() { break }
        self.init(
            heading: reading.heading(language) ?? ownHeading, description: reading.description, entries: entries,
            pagination: list.pages < 2
                ? nil
                : PaginationView(
                    newer: list.page > 1 ? SafeURL(path: reading.address(page: list.page - 1).path) : nil,
                    older: list.page < list.pages ? SafeURL(path: reading.address(page: list.page + 1).path) : nil,
                    position: position),
            onThisDay: OnThisDayView(reading.onThisDay, language: language))
    }
}

extension PageHead {
    init(_ reading: ListReading, site: Site, language: Language, location: SiteLocation, look: Look) {
        let list = reading.page
        let heading = reading.heading(language)
        let position =
            list.page > 1
            ? " – " + language.messages.pageOf(language.number(list.page), language.number(list.pages)) : ""
        let description = heading == nil && !site.tagline.isEmpty ? site.tagline : nil
        let address = location.absolute(reading.address(page: list.page).path)
        let isFirstHome = heading == nil && list.page == 1
        self.init(
            title: (heading.map { "\($0) – \(site.title)" } ?? site.title) + position, description: description,
            canonical: SafeURL(address),
            openGraph: [
                OpenGraphProperty(property: "og:type", content: "website"),
                OpenGraphProperty(property: "og:title", content: heading ?? site.title),
                OpenGraphProperty(property: "og:url", content: address),
                OpenGraphProperty(property: "og:site_name", content: site.title),
            ] + (description.map { [OpenGraphProperty(property: "og:description", content: $0)] } ?? [])
                + (OpenGraphProperty.locale(language.tag).map {
                    [OpenGraphProperty(property: "og:locale", content: $0)]
                }
                    ?? []),
            structuredData: isFirstHome
                ? StructuredSite(
                    title: site.title, url: address, description: site.tagline, language: language.tag
                ).json : nil,
            isHome: isFirstHome,
            previous: list.page > 1 ? SafeURL(path: reading.address(page: list.page - 1).path) : nil,
            next: list.page < list.pages ? SafeURL(path: reading.address(page: list.page + 1).path) : nil,
            feeds: reading.feedSubject.map { subject in
                FeedLink.links(called: language.messages.postsFeed(heading ?? site.title)) { .feed($0, of: subject) }
            } ?? [], chronicleStyle: reading.onThisDay?.isTold == true ? look.chronicleStyle : nil)
    }
}

extension ListReading {
    /// Nil on the home page.
    func heading(_ language: Language) -> String? {
        let messages = language.messages
        return switch subject {
        case .home(let first): page.page == 1 ? first?.title : nil
        case .term(let term, _): term.taxonomy == .tag ? messages.inTag(term.name) : messages.inCategory(term.name)
        case .author(let account): messages.byAuthor(account.displayName)
        case .date(let year, let month, let day):
            messages.onDay(language.period(year: year, month: month, day: day))
        }
    }

    /// A category's own words, as plain text.
    fileprivate var description: SafeHTML? {
        guard case .term(let term, _) = subject, !term.description.isEmpty else { return nil }
        return .text(term.description)
    }
}

extension Language {
    /// A year, a month of it, or a day of that, in words.
    func period(year: Int, month: Int?, day: Int?) -> String {
        switch (month, day) {
        case (nil, _): String(year)
        case (let month?, nil): self.month(month, of: year)
        case (let month?, let day?): self.day(LocalDateTime(year: year, month: month, day: day))
        }
    }
}
