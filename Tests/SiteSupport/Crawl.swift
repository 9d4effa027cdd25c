/// Follows every local link of a site, as a search engine would.
package struct Crawl: Sendable {
    /// For each path that was asked: its status in the end, and how many redirects led there.
    package private(set) var answers: [String: (status: Int, hops: Int, from: String)] = [:]
    private var waiting: [(path: String, from: String)] = []

    package init() {}

    /// - Parameter paths: where to begin.
    package mutating func run(_ site: TestSite, from paths: [String]) async throws {
        waiting = paths.map { ($0, "the start") }
        self = try await SiteClient.connect(port: site.port) { [self] client in
            var crawl = self
            while let next = crawl.waiting.popLast() { try await crawl.visit(next.path, from: next.from, &client) }
            return crawl
        }
    }

    private mutating func visit(_ path: String, from: String, _ client: inout SiteClient) async throws {
        guard answers[path] == nil else { return }
        var answer = try await client.request("GET", path)
        var hops = 0
        while answer.status == 301, let location = answer.location, hops < 5 {
            hops += 1
            answer = try await client.request("GET", String(location.prefix { $0 != "#" }))
        }
        answers[path] = (answer.status, hops, from)
        guard answer.status == 200, hops == 0, answer.field("content-type")?.hasPrefix("text/html") == true else {
            return
        }
        for tag in Tag.all(in: answer.text) {
            for link in [tag["href"], tag["src"]].compactMap(\.self) {
                guard let local = Self.localPath(link) else { continue }
                waiting.append((local, path))
            }
        }
    }

    /// Nil for what leads elsewhere, or to a place in the same page.
    package static func localPath(_ link: String) -> String? {
        var link = String(link.prefix { $0 != "#" })
        if link.hasPrefix(TestSite.address) { link = String(link.dropFirst(TestSite.address.count)) }
        return link.hasPrefix("/") && !link.hasPrefix("//") ? link : nil
    }
}
