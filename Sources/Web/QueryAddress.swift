/// What WordPress's addresses by query ask for: `?p=7`, `?cat=3`, `?feed=rss2`. All but a search are answered with a
/// redirect to the address by path. Parameters that are not named here are nobody's business and do not change an answer.
package enum QueryAddress: Hashable, Sendable {
    /// `p`, `page_id`, `attachment_id`; with `feed`, the feed of its comments.
    case number(Int64, feed: Address.FeedFormat?)
    /// `cat`
    case termNumber(Int64, feed: Address.FeedFormat?)
    /// `category_name`, `tag`
    case category(slugs: [String], feed: Address.FeedFormat?)
    case tag(slug: String, feed: Address.FeedFormat?)
    /// `author`, `author_name`
    case authorNumber(Int64, feed: Address.FeedFormat?)
    case author(slug: String, feed: Address.FeedFormat?)
    /// `m=2012`, `m=201202`, `m=20120225`
    case date(year: Int, month: Int?, day: Int?, feed: Address.FeedFormat?)
    /// `name`, `pagename`
    case slug(String)
    case feed(Address.FeedFormat)
    case commentsFeed(Address.FeedFormat)
    /// `paged` at the home page
    case home(page: Int)
    /// `s`, with `paged` or `feed`
    case search(words: String, page: Int, feed: Address.FeedFormat?)
    /// `replytocom`: leads to the comment itself
    case comment(number: Int64)

    /// Names of the parameters that are understood; all others leave an answer as it is.
    package static let parameters: Set<String> = [
        "p", "page_id", "attachment_id", "cat", "category_name", "tag", "author", "author_name", "m", "name",
        "pagename",
        "feed", "paged", "replytocom", "s",
    ]

    /// - Parameter query: names and values, decoded, in their order.
    package init?(_ query: [(name: String, value: String)]) {
        func value(_ name: String) -> String? { query.last { $0.name == name && !$0.value.isEmpty }?.value }
        func number(_ name: String) -> Int64? { value(name).flatMap { Int64($0) }.flatMap { $0 > 0 ? $0 : nil } }
        let feedName = value("feed")
        let feed = feedName.flatMap { Address.FeedFormat(wordPress: $0) }
        if let comment = number("replytocom") {
            self = .comment(number: comment)
        } else if let number = number("p") ?? number("page_id") ?? number("attachment_id") {
            self = .number(number, feed: feed)
        } else if let words = query.last(where: { $0.name == "s" })?.value {
            let page = number("paged").map { min($0, 1_000_000) } ?? 1
            self = .search(words: words, page: Int(page), feed: feed)
        } else if let category = number("cat") {
            self = .termNumber(category, feed: feed)
        } else if let category = value("category_name") {
            self = .category(slugs: category.split(separator: "/").map(String.init), feed: feed)
        } else if let tag = value("tag") {
            self = .tag(slug: tag, feed: feed)
        } else if let author = number("author") {
            self = .authorNumber(author, feed: feed)
        } else if let author = value("author_name") {
            self = .author(slug: author, feed: feed)
        } else if let (year, month, day) = value("m").flatMap(Self.date) {
            self = .date(year: year, month: month, day: day, feed: feed)
        } else if let slug = value("name") ?? value("pagename") {
            self = .slug(slug)
        } else if let feedName, feedName.hasPrefix("comments-"),
            let format = Address.FeedFormat(wordPress: String(feedName.dropFirst("comments-".count)))
        {
            self = .commentsFeed(format)
        } else if let feed {
            self = .feed(feed)
        } else if let page = number("paged"), page > 1, page < 1_000_000 {
            self = .home(page: Int(page))
        } else {
            return nil
        }
    }

    private static func date(_ digits: String) -> (year: Int, month: Int?, day: Int?)? {
        guard [4, 6, 8].contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let year = Int(digits.prefix(4))!
        let month = digits.count > 4 ? Int(digits.dropFirst(4).prefix(2)) : nil
        let day = digits.count > 6 ? Int(digits.dropFirst(6)) : nil
        guard year > 0, month.map({ (1...12).contains($0) }) ?? true, day.map({ (1...31).contains($0) }) ?? true else {
            return nil
        }
        return (year, month, day)
    }
}
