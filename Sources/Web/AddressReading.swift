import Publishing

extension Address {
    /// What a path may mean, most particular first. An `item` is only a guess until the address table knows its path;
    /// it comes before the archives, so that a page called `2012` wins over the year.
    ///
    /// - Parameters:
    ///   - path: percent-decoded, a slash at its head.
    ///   - chronicle: the folder in which days and years stand; empty for the root.
    package static func readings(of path: String, chronicle: String) -> [Address] {
        let segments = path.split(separator: "/").map(String.init)
        guard let last = segments.last else { return [.home(page: 1)] }
        var readings: [Address] = [.item(path: path, part: .whole)]
        for (part, taken) in parts(at: segments) where segments.count > taken {
            let owner = "/" + segments.dropLast(taken).joined(separator: "/") + "/"
            readings.append(.item(path: owner, part: part))
        }
        if let place = ChronicleAddress(path, folder: chronicle) { readings.append(.chronicle(place)) }
        if let archive = archive(segments) { readings.append(archive) }
        if segments.count == 1, let single = single(last) { readings.append(single) }
        return readings
    }

    /// What the end of a path may add to an item, and how many segments it takes.
    private static func parts(at segments: [String]) -> [(Part, Int)] {
        guard let last = segments.last else { return [] }
        if last == "feed" { return [(.feed(.rss), 1)] }
        if segments.count > 1, segments[segments.count - 2] == "feed", let format = FeedFormat(wordPress: last) {
            return [(.feed(format), 2)]
        }
        if last.hasPrefix("comment-page-"), let page = number(last.dropFirst("comment-page-".count)) {
            return [(.comments(page: page), 1)]
        }
        if let format = SourceFormat.allCases.first(where: { last == "sources.\($0.ending)" }) {
            return [(.sources(format), 1)]
        }
        if last == "comments" { return [(.replies, 1)] }
        if last == "likes" { return [(.likes, 1)] }
        guard let number = number(last) else { return [] }
        var parts: [(Part, Int)] = [(.page(number), 1)]
        switch segments.dropLast().last {
        case "comments": parts.append((.reply(number: Int64(number)), 2))
        // As WordPress numbers the pages of a list that has a page of its own.
        case "page": parts.append((.page(number), 2))
        default: break
        }
        return parts
    }

    private static func archive(_ segments: [String]) -> Address? {
        var segments = segments
        var feed: FeedFormat?
        if segments.last == "feed" {
            feed = .rss
            segments.removeLast()
        } else if segments.count > 1, segments[segments.count - 2] == "feed",
            let format = FeedFormat(wordPress: segments[segments.count - 1])
        {
            feed = format
            segments.removeLast(2)
        }
        var page = 1
        if feed == nil, segments.count > 1, segments[segments.count - 2] == "page", let number = number(segments.last!)
        {
            page = number
            segments.removeLast(2)
        }
        guard let first = segments.first else { return feed.map { .feed($0, of: .site) } ?? .home(page: page) }
        let rest = Array(segments.dropFirst())
        switch (first, rest.count) {
        case ("category", 1...):
            return feed.map { .feed($0, of: .category(slugs: rest)) } ?? .category(slugs: rest, page: page)
        case ("tag", 1): return feed.map { .feed($0, of: .tag(slug: rest[0])) } ?? .tag(slug: rest[0], page: page)
        case ("author", 1):
            return feed.map { .feed($0, of: .author(slug: rest[0])) } ?? .author(slug: rest[0], page: page)
        case ("search", 1...):
            let words = rest.joined(separator: "/").replacing("+", with: " ")
            return feed.map { .feed($0, of: .search(words: words)) } ?? .search(words: words, page: page)
        case ("comments", 0): return feed.map { .commentsFeed($0) }
        default: return date(segments, page: page, feed: feed)
        }
    }

    private static func date(_ segments: [String], page: Int, feed: FeedFormat?) -> Address? {
        guard segments.count <= 3, segments[0].utf8.count == 4, let year = number(segments[0]) else { return nil }
        let rest = segments.dropFirst().map { $0.utf8.count == 2 ? number($0) : nil }
        guard !rest.contains(nil) else { return nil }
        let month = rest.first ?? nil
        let day = rest.count > 1 ? rest[1] : nil
        guard month.map({ $0 <= 12 }) ?? true, day.map({ $0 <= 31 }) ?? true else { return nil }
        return feed.map { .feed($0, of: .date(year: year, month: month, day: day)) }
            ?? .date(year: year, month: month, day: day, page: page)
    }

    private static func single(_ name: String) -> Address? {
        switch name {
        case "sitemap.xml", "wp-sitemap.xml", "sitemap_index.xml": return .sitemap(part: nil)
        case "robots.txt": return .robots
        case "rss", "rss2", "rdf", "wp-rss.php", "wp-rss2.php", "wp-rdf.php", "wp-feed.php":
            return .feed(.rss, of: .site)
        case "atom", "wp-atom.php": return .feed(.atom, of: .site)
        case "wp-commentsrss2.php": return .commentsFeed(.rss)
        default:
            guard name.hasPrefix("sitemap-"), name.hasSuffix(".xml") else { return nil }
            return number(name.dropFirst(8).dropLast(4)).map { .sitemap(part: $0) }
        }
    }

    /// A plain decimal number from 1 to a million; more is no page of anything.
    private static func number(_ text: some StringProtocol) -> Int? {
        guard (1...7).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text), (1...1_000_000).contains(number)
        else { return nil }
        return number
    }
}
