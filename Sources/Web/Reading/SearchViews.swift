import Language
import Model
import Search
import Store
import Themes

extension SearchPage {
    init(_ reading: SearchReading, site: Site, language: Language) {
        let messages = language.messages
        func page(_ number: Int) -> SafeURL? {
            guard (1...reading.pages).contains(number) else { return nil }
            return SafeURL(path: Address.search(words: reading.query.text, page: number).path)
        }
        var notes: [String] = []
        if reading.query.isCut { notes.append(messages.searchCut) }
        if reading.isCapped { notes.append(messages.searchCapped) }
        self.init(
            heading: reading.heading(language), query: reading.query.text,
            count: reading.query.isEmpty ? nil : language.say(messages.searchResults, reading.total),
            note: notes.isEmpty ? nil : notes.joined(separator: " "),
            results: reading.results.map { SearchResultView($0, query: reading.query, language: language) },
            suggestions: reading.suggestions.compactMap(LinkView.init),
            pagination: reading.pages < 2
                ? nil
                : PaginationView(
                    newer: page(reading.page - 1), older: page(reading.page + 1),
                    position: messages.pageOf(language.number(reading.page), language.number(reading.pages))))
    }
}

extension PageHead {
    init(_ reading: SearchReading, site: Site, language: Language) {
        let heading = "\(reading.heading(language)) – \(site.title)"
        self.init(
            title: heading, isHidden: true,
            feeds: reading.query.isEmpty
                ? []
                : FeedLink.links(called: heading) { .feed($0, of: .search(words: reading.query.text)) })
    }
}

extension SearchResultView {
    fileprivate init(_ result: SearchReading.Result, query: SearchQuery, language: Language) {
        let post = result.post
        let text = result.comment?.html.words ?? post.pages.map(\.words).joined(separator: " ")
        let title = post.title.isEmpty ? post.path : post.title
        self.init(
            title: Snippet(marking: query, in: title).pieces.map(SearchPiece.init), url: SafeURL(path: result.path),
            date: post.kind == .page ? nil : DateView(post.localDate, at: post.publishedAt, in: language),
            response: result.comment.map { comment in
                let name = comment.authorName.isEmpty ? language.messages.anonymous : comment.authorName
                return language.messages.responseBy(name)
            },
            snippet: Snippet(of: text, for: query).pieces.map(SearchPiece.init))
    }
}

extension SearchPiece {
    fileprivate init(_ piece: Snippet.Piece) { self.init(text: piece.text, isHit: piece.isHit) }
}

extension SearchReading {
    fileprivate func heading(_ language: Language) -> String {
        query.text.isEmpty ? language.messages.search : language.messages.searchResultsFor(query.text)
    }
}
