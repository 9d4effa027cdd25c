/// What a search found.
package struct SearchPage: PageView {
    /// “Search results for “moscow””
    package var heading: String
    /// As it was typed, for the field.
    package var query: String
    /// “12 results”; nil where nothing was asked.
    package var count: String?
    /// What of the question, or of the results, was left out.
    package var note: String?
    package var results: [SearchResultView]
    /// What to read where nothing was found.
    package var suggestions: [LinkView]
    package var pagination: PaginationView?

    package init(
        heading: String, query: String, count: String? = nil, note: String? = nil, results: [SearchResultView] = [],
        suggestions: [LinkView] = [], pagination: PaginationView? = nil
    ) {
        self.heading = heading
        self.query = query
        self.count = count
        self.note = note
        self.results = results
        self.suggestions = suggestions
        self.pagination = pagination
    }

    package static let template = "search"

    package static let fields: [Field<SearchPage>] = [
        .text("heading") { $0.heading },
        .text("query") { $0.query },
        .optionalText("count") { $0.count },
        .optionalText("note") { $0.note },
        .list("results") { $0.results },
        .flag("hasSuggestions") { !$0.suggestions.isEmpty },
        .list("suggestions") { $0.suggestions },
        .optionalRecord("pagination") { $0.pagination },
    ]
}

/// A post that was found.
package struct SearchResultView: View {
    package var title: [SearchPiece]
    /// The post, or the response in which the words were found.
    package var url: SafeURL
    /// nil for pages, which carry no date.
    package var date: DateView?
    /// “Response by Anna”, where the words were found in it.
    package var response: String?
    package var snippet: [SearchPiece]

    package init(
        title: [SearchPiece], url: SafeURL, date: DateView? = nil, response: String? = nil, snippet: [SearchPiece] = []
    ) {
        self.title = title
        self.url = url
        self.date = date
        self.response = response
        self.snippet = snippet
    }

    package static let fields: [Field<SearchResultView>] = [
        .list("title") { $0.title },
        .url("url") { $0.url },
        .optionalRecord("date") { $0.date },
        .optionalText("response") { $0.response },
        .list("snippet") { $0.snippet },
    ]
}

/// A piece of a text, plain.
package struct SearchPiece: View {
    package var text: String
    /// It is what was looked for.
    package var isHit: Bool

    package init(text: String, isHit: Bool = false) {
        self.text = text
        self.isHit = isHit
    }

    package static let fields: [Field<SearchPiece>] = [
        .text("text") { $0.text },
        .flag("isHit") { $0.isHit },
    ]
}
