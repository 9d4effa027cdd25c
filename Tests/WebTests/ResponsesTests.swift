import SiteSupport
import Testing

@Suite("Responses under a post")
struct ResponsesTests {
    @Test("they are counted in words, numbered through and threaded; pings stand apart")
    func thread() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let html = try await site.get(DaysGoneBy.speech).text
            #expect(html.contains(">2 Responses</h2>"))
            #expect(html.matches(of: /class="comment-number">([^<]*)</).map { String($0.1) } == ["1.", "2."])
            let tags = Tag.all(in: html)
            #expect(
                tags.compactMap { $0.classes.contains("comment") ? $0["id"] : nil } == ["comment-21", "comment-22"])
            let list = try #require(html.firstRange(of: "replies"))
            let answer = try #require(html.firstRange(of: "id=\"comment-22\""))
            #expect(list.lowerBound < answer.lowerBound)
            #expect(tags.contains { $0.classes.contains("comment-date") && $0["href"] == "#comment-21" })
            #expect(tags.contains { $0.classes.contains("ping") && $0["id"] == "comment-27" })
            #expect(!html.contains("comments-closed"))
        }
    }

    @Test("one is one, and a closed thread says so")
    func closed() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let html = try await site.get(DaysGoneBy.parts).text
            #expect(html.contains(">One Response</h2>"))
            #expect(html.contains("Comments are closed."))
        }
    }

    @Test("a page holds fifty threads with all their answers, and numbers go on from page to page")
    func pages() async throws {
        var export = TestExport()
        export.add(
            TestExport.Item(7, "Long", "long") { item in
                for number in 1...101 { item.comments += TestExport.comment(number, "Number \(number).") }
                item.comments += TestExport.comment(200, under: 1, "An answer.")
            })
        try await TestSite.run(export.text) { site in
            let path = "/2012/02/25/long/"
            let first = try await site.get(path).text
            #expect(first.contains(">102 Responses</h2>"))
            #expect(Tag.all(in: first).filter { $0.classes.contains("comment") }.count == 51)
            #expect(!first.contains("older-comments"))
            #expect(
                Tag.all(in: first).contains {
                    $0.classes.contains("newer-comments") && $0["href"] == "\(path)comment-page-2/#comments"
                })
            let second = try await site.get("\(path)comment-page-2/").text
            #expect(second.firstMatch(of: /class="comment-number">([^<]*)</)?.1 == "52.")
            #expect(
                Tag.all(in: second).contains {
                    $0.classes.contains("older-comments") && $0["href"] == "\(path)#comments"
                })
            let third = try await site.get("\(path)comment-page-3/").text
            #expect(Tag.all(in: third).filter { $0.classes.contains("comment") }.count == 1)
            #expect(third.contains("102."))
            #expect(!third.contains("newer-comments"))
            #expect(
                Tag.all(in: third).first { $0["rel"] == "canonical" }?["href"]
                    == "\(TestSite.address)\(path)comment-page-3/")
            #expect(try await site.get("/?replytocom=101").location == "\(path)comment-page-3/#comment-101")
            #expect(try await site.get("\(path)comment-page-4/").location == path)
        }
    }
}
