import DatabaseSupport
import ExportSupport
import Foundation
import Model
import Publishing
import Store
import Testing

@Suite("Random blogs")
struct RandomBlogTests {
    @Test("every published item is found by its link, its guid and its number", arguments: UInt64(1)...12)
    func links(seed: UInt64) async throws {
        var random = RandomBlog(seed: seed)
        let export = random.export()
        let blog = try await ImportFixture()
        let report = try await blog.take(export)
        #expect(report.failed.isEmpty)
        for item in export.items where item.status == "publish" {
            let number = try #require(item.number)
            let link = item.link(blog: export.blog).dropFirst(export.blog.count)
            #expect(try await blog.number(at: String(link)) == number, "link of \(item.kind) \(number)")
            if let guid = item.guid, guid.hasPrefix(export.blog) {
                let path = guid.dropFirst(export.blog.count)
                #expect(try await blog.number(at: String(path)) == number, "guid of \(item.kind) \(number)")
            }
            let full = try await blog.post(number)
            #expect(full.post.guid == item.guid ?? "\(export.blog)/?p=\(number)")
            let approved = item.comments.count { $0.approved == "1" }
            #expect(full.post.commentCount <= approved)
            #expect(try await blog.thread(number).count == full.post.commentCount)
        }
        for item in export.items where item.status != "publish" && item.kind != "attachment" {
            #expect(try await blog.number(at: "/\(item.slug)/") == nil, "\(item.status) \(item.kind)")
        }
    }

    @Test("a second import changes nothing, whatever the blog", arguments: UInt64(20)...27)
    func again(seed: UInt64) async throws {
        var random = RandomBlog(seed: seed)
        let export = random.export()
        let blog = try await ImportFixture()
        let first = try await blog.take(export)
        let before = try await blog.everything()
        let second = try await blog.take(export)
        #expect(second.taken.isEmpty && second.updated.isEmpty && second.conflicts.isEmpty)
        #expect(second.alreadyThere.values.reduce(0, +) == first.taken.values.reduce(0, +))
        #expect(try await blog.everything() == before)
    }

    @Test("half of a blog and then all of it is the same as all of it at once", arguments: UInt64(40)...45)
    func halves(seed: UInt64) async throws {
        var random = RandomBlog(seed: seed)
        let export = random.export()
        var half = export
        half.items.removeLast(half.items.count / 2)
        // The whole export's numbers, so that nothing new is given out meanwhile.
        let blog = try await ImportFixture()
        try await blog.take(half)
        try await blog.take(export)
        let atOnce = try await ImportFixture()
        try await atOnce.take(export)
        #expect(try await blog.readable() == atOnce.readable())
    }
}

/// Makes blogs with a hierarchy of pages, responses, states and slugs of all kinds.
private struct RandomBlog {
    private var random: SeededNumbers

    init(seed: UInt64) { random = SeededNumbers(seed: seed) }

    mutating func export() -> Export {
        var items: [Item] = []
        var pages: [(number: Int64, path: String)] = []
        var comment: Int64 = 100
        for number in Int64(1)...Int64.random(in: 5...40, using: &random) {
            let slug = slug(number)
            var item = Item(number, slug)
            item.status = ["publish", "publish", "publish", "draft", "pending", "trash"].randomElement(using: &random)!
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                item.kind = "page"
                let parent = Bool.random(using: &random) ? pages.randomElement(using: &random) : nil
                item.parent = parent?.number ?? 0
                let path = "\(parent?.path ?? "")/\(slug)"
                item.link = "https://days.example\(path)/"
                if item.status == "publish" { pages.append((number, path)) }
            default:
                item.date = "20\(10 + number % 10)-0\(1 + number % 9)-1\(number % 10) 0\(number % 10):30:00"
                // Very old blogs have guids that look like addresses.
                if Int.random(in: 0..<4, using: &random) == 0 {
                    item.guid = "https://days.example/old/\(slug)/"
                }
            }
            for _ in 0..<Int.random(in: 0..<8, using: &random) {
                comment += 1
                item.comments.append(
                    Response(
                        comment,
                        under: Bool.random(using: &random) ? Int64.random(in: 95...comment + 3, using: &random) : 0,
                        approved: ["1", "1", "1", "0", "trash"].randomElement(using: &random)!))
            }
            item.comments.shuffle(using: &random)
            items.append(item)
        }
        return Export(items.shuffled(using: &random))
    }

    private mutating func slug(_ number: Int64) -> String {
        [
            "post-\(number)", "%d1%80%d0%b5%d1%87%d1%8c-\(number)", "2012-\(number)", "a.b-\(number)",
            "Ünïcode-\(number)",
        ]
        .randomElement(using: &random)!
    }
}

extension ImportFixture {
    /// What a reader can tell of the blog: titles, parents' numbers, addresses, threads.
    fileprivate func readable() async throws -> [String] {
        var lines: [String] = []
        for number in try await numbers() {
            let full = try await post(number)
            let parent = try await read { tx, _ in try full.post.parent.flatMap { try tx.post($0)?.number } ?? 0 }
            lines.append("\(number) \(full.post.title) \(full.path) \(full.post.status) \(parent)")
            lines += try await thread(number)
        }
        return lines
    }
}
