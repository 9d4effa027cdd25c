import Foundation
import Model

/// What the W3C's feed validator and jsonfeed.org's ask of a feed; each names what a feed breaks.
package enum FeedRules {
    /// RSS 2.0 (https://www.rssboard.org/rss-specification).
    package static func problems(rss bytes: [UInt8]) -> [String] {
        var check = Findings()
        guard let root = try? XML.parse(bytes) else { return ["not well-formed"] }
        check.that(root.name == "rss" && root.attributes["version"] == "2.0", "rss version 2.0")
        guard let channel = root.child("channel"), root.children.count == 1 else { return ["one channel"] }
        for name in ["title", "link", "description"] { check.one(name, in: channel) }
        check.address(channel.child("link")?.text, "channel link")
        check.date822(channel.child("lastBuildDate")?.text, "lastBuildDate")
        check.language(channel.child("language")?.text)
        let own = channel.all("atom:link").filter { $0.attributes["rel"] == "self" }
        check.that(own.count == 1, "one atom:link to itself")
        check.address(own.first?.attributes["href"], "self link")
        check.unique(channel.all("item").map { $0.child("guid")?.text }, "guid")
        for item in channel.all("item") { problems(rssItem: item, &check) }
        return check.problems
    }

    private static func problems(rssItem item: XML, _ check: inout Findings) {
        check.that(item.child("title") != nil || item.child("description") != nil, "title or description")
        for name in Set(item.children.map(\.name)) where name != "category" && name != "enclosure" {
            check.one(name, in: item)
        }
        check.address(item.child("link")?.text, "item link")
        check.that(item.child("guid").map { !$0.text.isEmpty } ?? false, "guid")
        check.that(item.child("guid")?.attributes["isPermaLink"] == "false", "guid that is no permalink")
        check.date822(item.child("pubDate")?.text, "pubDate")
        if let creator = item.child("dc:creator") { check.that(!creator.text.isEmpty, "dc:creator with a name") }
        if let comments = item.child("comments") { check.address(comments.text, "comments") }
        if let feed = item.child("wfw:commentRss") { check.address(feed.text, "wfw:commentRss") }
        if let count = item.child("slash:comments") { check.that(UInt(count.text) != nil, "slash:comments") }
        if let content = item.child("content:encoded") { check.references(in: content.text) }
        for enclosure in item.all("enclosure") {
            check.address(enclosure.attributes["url"], "enclosure url")
            check.that(enclosure.attributes["length"].flatMap { UInt($0) } != nil, "enclosure length")
            check.mimeType(enclosure.attributes["type"])
        }
        for category in item.all("category") { check.that(!category.text.isEmpty, "category with a name") }
    }

    /// Atom 1.0 (RFC 4287, section 4).
    package static func problems(atom bytes: [UInt8]) -> [String] {
        var check = Findings()
        guard let root = try? XML.parse(bytes) else { return ["not well-formed"] }
        check.that(root.name == "feed" && root.attributes["xmlns"] == "http://www.w3.org/2005/Atom", "feed")
        check.language(root.attributes["xml:lang"])
        for name in ["id", "title", "updated"] { check.one(name, in: root) }
        check.that(root.child("id")?.text.isWholeAddress == true, "feed id")
        check.date3339(root.child("updated")?.text, "feed updated")
        let own = root.all("link").filter { $0.attributes["rel"] == "self" }
        check.that(own.count == 1, "one link to itself")
        check.unique(root.all("entry").map { $0.child("id")?.text }, "entry id")
        let hasAuthor = root.child("author") != nil
        problems(people: root, &check)
        for entry in root.all("entry") {
            for name in ["id", "title", "updated"] { check.one(name, in: entry) }
            for name in ["published", "content", "summary"] where entry.child(name) != nil {
                check.one(name, in: entry)
            }
            check.that(entry.child("id")?.text.isWholeAddress == true, "entry id")
            check.that(entry.child("title")?.text.isEmpty == false, "entry title")
            check.date3339(entry.child("updated")?.text, "updated")
            check.date3339(entry.child("published")?.text, "published")
            check.that(hasAuthor || entry.child("author") != nil, "author")
            problems(people: entry, &check)
            let alternates = entry.all("link").filter { $0.attributes["rel"] == "alternate" }
            check.that(alternates.count == 1, "one alternate link")
            for link in entry.all("link") { check.address(link.attributes["href"], "link") }
            for category in entry.all("category") {
                check.that(category.attributes["term"]?.isEmpty == false, "category term")
            }
            if let content = entry.child("content") {
                check.that(content.attributes["type"] == "html", "content type")
                check.references(in: content.text)
            }
        }
        return check.problems
    }

    private static func problems(people element: XML, _ check: inout Findings) {
        for author in element.all("author") {
            check.one("name", in: author)
            check.that(author.child("name")?.text.isEmpty == false, "author with a name")
            if let uri = author.child("uri") { check.address(uri.text, "author uri") }
        }
    }

    /// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
    package static func problems(json bytes: [UInt8]) -> [String] {
        var check = Findings()
        guard let feed = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
            return ["no JSON object"]
        }
        check.that(feed["version"] as? String == "https://jsonfeed.org/version/1.1", "version")
        check.that((feed["title"] as? String)?.isEmpty == false, "title")
        check.address(feed["home_page_url"] as? String, "home_page_url")
        check.address(feed["feed_url"] as? String, "feed_url")
        check.language(feed["language"] as? String)
        guard let items = feed["items"] as? [[String: Any]] else { return ["items"] }
        check.unique(items.map { $0["id"] as? String }, "id")
        for item in items {
            check.that((item["id"] as? String)?.isEmpty == false, "id")
            check.address(item["url"] as? String, "url")
            check.that(item["content_html"] is String || item["content_text"] is String, "content")
            check.references(in: item["content_html"] as? String ?? "")
            check.date3339(item["date_published"] as? String, "date_published")
            check.date3339(item["date_modified"] as? String, "date_modified")
            for author in item["authors"] as? [[String: Any]] ?? [] {
                check.that((author["name"] as? String)?.isEmpty == false, "author with a name")
                if let url = author["url"] { check.address(url as? String, "author url") }
            }
            for attachment in item["attachments"] as? [[String: Any]] ?? [] {
                check.address(attachment["url"] as? String, "attachment url")
                check.mimeType(attachment["mime_type"] as? String)
            }
        }
        return check.problems
    }
}

/// What a feed breaks, as it is found.
private struct Findings {
    private(set) var problems: [String] = []

    mutating func that(_ holds: Bool, _ rule: String) { if !holds { problems.append(rule) } }

    mutating func one(_ name: String, in element: XML) {
        that(element.all(name).count == 1, "one \(name) in \(element.name)")
    }

    mutating func unique(_ values: [String?], _ rule: String) {
        that(Set(values).count == values.count, "\(rule) unique")
    }

    mutating func address(_ text: String?, _ rule: String) {
        that(text?.isWebAddress == true, "\(rule): \(text ?? "-")")
    }

    mutating func date822(_ text: String?, _ rule: String) {
        let days = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
        let months = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
        let form = try? Regex("(\(days)), [0-9]{2} (\(months)) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} [+]0000")
        let match = form.flatMap { try? $0.wholeMatch(in: text ?? "") }
        that(match != nil, "\(rule): \(text ?? "-")")
    }

    mutating func date3339(_ text: String?, _ rule: String) {
        let match = (text ?? "").wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)/)
        that(match != nil, "\(rule): \(text ?? "-")")
    }

    mutating func language(_ text: String?) {
        that((text ?? "").wholeMatch(of: /[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*/) != nil, "language: \(text ?? "-")")
    }

    mutating func mimeType(_ text: String?) {
        that((text ?? "").wholeMatch(of: /[a-z0-9.+-]+\/[a-z0-9.+-]+/) != nil, "type: \(text ?? "-")")
    }

    /// No address in the content depends on where it is shown.
    mutating func references(in html: String) {
        for tag in html.matches(of: /<[a-z][^>]*>/) {
            for attribute in tag.0.matches(of: #/ (?:href|src|cite|poster)="([^"]*)"/#) {
                that(String(attribute.1).isWholeAddress, "relative: \(attribute.1)")
            }
        }
        that(!html.contains("<script"), "script")
    }
}
