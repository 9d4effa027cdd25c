import Database
import DatabaseSupport
import ExportSupport
import Foundation
import Images
import Model
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Testing

@Suite("Taking a blog's files from a folder")
struct TakeMediaTests {
    private static let uploads = "https://days.example/wp-content/uploads"

    private static func export(_ files: [String], content: String = "Words.") -> Export {
        Export(
            [Item(2, "post", content: content)]
                + files.enumerated().map { index, file in
                    Item(Int64(10 + index), "file-\(index)", kind: "attachment", content: "") {
                        $0.status = "inherit"
                        $0.parent = 2
                        $0.attachmentURL = "\(uploads)/\(file)"
                    }
                })
    }

    private func take(
        _ files: [String: [UInt8]], into blog: ImportFixture, byteLimit: Int = 1 << 20
    ) async throws -> MediaReport {
        let folder = try FilesToTake(files)
        let pictures = PictureMaker(program: RunningThaw.executable(named: "thaw-images"), limits: PictureLimits())
        return try await TakeMedia(
            blog.database, files: MediaFiles(folder: blog.folder.path("media")), pictures: pictures,
            byteLimit: byteLimit
        ).run(from: folder.path, now: ImportFixture.now)
    }

    @Test(
        "files are found by their path below uploads, by their name, and without the size in it",
        arguments: [
            "2012/02/pot.png", "uploads/2012/02/pot.png", "site/wp-content/uploads/2012/02/pot.png", "pot.png",
            "elsewhere/pot.png", "2012/02/pot-scaled.png", "pot-300x200.png",
        ])
    func matching(name: String) async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export(["2012/02/pot.png"]))
        let report = try await take([name: SmallPNG.bytes(width: 8, height: 4)], into: blog)
        #expect(report.taken == 1, "\(report.summary())")
        let medium = try #require(try await blog.read { tx, site in try tx.medium(number: 10, site: site.id) })
        #expect(medium.width == 8 && medium.height == 4)
        #expect(FileManager.default.fileExists(atPath: blog.folder.path("media/wp-content/uploads/2012/02/pot.png")))
    }

    @Test("of several files of one name the one at the right path is taken; none of them when no path fits")
    func namesakes() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export(["2012/02/a.png", "2013/01/b.png"]))
        let report = try await take(
            [
                "2012/02/a.png": SmallPNG.bytes(width: 2, height: 1),
                "2012/03/a.png": SmallPNG.bytes(width: 9, height: 9),
                "x/b.png": SmallPNG.bytes(width: 3, height: 3), "y/b.png": SmallPNG.bytes(width: 4, height: 4),
            ], into: blog)
        #expect(report.taken == 1)
        let medium = try await blog.read { tx, site in try tx.medium(number: 10, site: site.id) }
        #expect(medium?.width == 2)
        #expect(report.failed.map(\.number) == [11])
        #expect(report.failed.first?.reason.contains("are called b.png") == true)
    }

    @Test("what is wrong with a file costs one line, and the others are taken")
    func hostile() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export(["page.jpg", "empty.png", "cut.png", "large.zip", "good.png", "song.mp3"]))
        let good = SmallPNG.bytes(width: 8, height: 8)
        let report = try await take(
            [
                "page.jpg": Array("<!DOCTYPE html><p>Gone</p>".utf8), "empty.png": [],
                "cut.png": Array(good.dropLast(30)),
                "large.zip": [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 5000), "good.png": good,
                "song.mp3": Array("<html><script>1</script></html>".utf8),
            ], into: blog, byteLimit: 4000)
        #expect(report.taken == 1, "\(report.summary())")
        #expect(report.failed.map(\.number).sorted() == [10, 11, 12, 13, 15])
        #expect(report.failed.first { $0.number == 10 }?.reason == "It is a web page, not a picture.")
        #expect(report.failed.first { $0.number == 13 }?.reason.contains("media.file-bytes") == true)
        // Nothing of them is left behind.
        let kept = try FileManager.default.subpathsOfDirectory(atPath: blog.folder.path("media"))
        #expect(kept.filter { $0.contains(".") && !$0.hasSuffix("good.png") && !$0.hasSuffix(".webp") } == [])
    }

    @Test("a post shows its files at once, without counting as changed; the same again takes nothing")
    func showing() async throws {
        let blog = try await ImportFixture()
        let export = Self.export(
            ["2012/02/pot.png"], content: "<img src=\"\(Self.uploads)/2012/02/pot-300x200.png\" alt=\"A pot\">")
        try await blog.take(export)
        let version = try await blog.post(2).post.version
        let files = ["pot.png": SmallPNG.bytes(width: 8, height: 4)]
        let report = try await take(files, into: blog)
        #expect(report.postsShown == 1)
        let shown = try await blog.post(2)
        #expect(shown.post.version == version)
        #expect(shown.body.pages[0].markup.contains(#"<img src="/wp-content/uploads/2012/02/pot.png" alt="A pot""#))
        let again = try await take(files, into: blog)
        #expect(again.taken == 0 && again.postsShown == 0 && again.notFound.isEmpty)
        // A newer export does not take the picture away again.
        var newer = export
        newer.items[0].title = "Another title"
        try await blog.take(newer)
        #expect(try await blog.post(2).body.pages[0].markup.contains("<img src"))
        #expect(try await blog.read { tx, site in try tx.medium(number: 10, site: site.id)?.file } != nil)
    }

    @Test("files that posts name and no attachment does are taken too, each once, and belong to the first post")
    func unlisted() async throws {
        let blog = try await ImportFixture()
        var export = Self.export(
            [],
            content: """
                <img src="\(Self.uploads)/2012/02/pot-300x200.png" alt="A pot">
                <a href="\(Self.uploads)/2012/02/pot.png?x=1">large</a> <img src="http://www.days.example/wp-content/uploads/jar.png">
                <img src="https://other.example/wp-content/uploads/2012/02/urn.png"> \(Self.uploads)/2012/02/lost.png
                """)
        export.items.append(
            Item(3, "secret", content: "<img src='\(Self.uploads)/2012/02/key.png'>") { $0.status = "draft" })
        try await blog.take(export)
        let files = ["pot", "jar", "urn", "key"].map { ("2012/02/\($0).png", SmallPNG.bytes(width: 8, height: 4)) }
        let report = try await take(Dictionary(uniqueKeysWithValues: files), into: blog)
        #expect(report.adopted == 3 && report.taken == 3, "\(report.summary)")
        let shown = try await blog.post(2).body.pages[0].markup
        #expect(shown.contains(#"<img src="/wp-content/uploads/2012/02/pot.png" alt="A pot" width="8" height="4""#))
        #expect(shown.contains(#"<a href="/wp-content/uploads/2012/02/pot.png">large</a>"#))
        #expect(shown.contains(#"<img src="/wp-content/uploads/jar.png""#))
        #expect(shown.contains(#"href="https://other.example/wp-content/uploads/2012/02/urn.png""#))
        let (parents, hidden, addressless) = try await blog.read { tx, site in
            let entries = try tx.media(site: site.id)
            let key = try tx.medium(path: "wp-content/uploads/2012/02/key.png", site: site.id)
            return (
                Set(entries.compactMap(\.parent)).count, try key.flatMap { try tx.post($0.post)?.status },
                try tx.postsWithoutAddress(site: site.id)
            )
        }
        #expect(parents == 2)
        #expect(hidden == .private)
        #expect(addressless == [])
        let again = try await take(Dictionary(uniqueKeysWithValues: files), into: blog)
        #expect(again.adopted == 0 && again.taken == 0)
        // A newer export that knows them by itself finds them taken.
        try await blog.take(export)
        #expect(try await blog.post(2).body.pages[0].markup == shown)
    }

    @Test("files that posts name by a path alone, or without a scheme, are the blog's own and are taken")
    func withoutScheme() async throws {
        let blog = try await ImportFixture()
        let export = Self.export(
            [],
            content: """
                <img src="/wp-content/uploads/2012/02/pot.png" alt="A pot">
                <img src="//days.example/wp-content/uploads/2012/02/jar.png" alt="A jar">
                <img src="//other.example/wp-content/uploads/2012/02/urn.png" alt="An urn">
                """)
        try await blog.take(export)
        let files = ["pot", "jar", "urn"].map { ("2012/02/\($0).png", SmallPNG.bytes(width: 8, height: 4)) }
        let report = try await take(Dictionary(uniqueKeysWithValues: files), into: blog)
        #expect(report.adopted == 2 && report.taken == 2, "\(report.summary)")
        let shown = try await blog.post(2).body.pages[0].markup
        #expect(shown.contains(#"<img src="/wp-content/uploads/2012/02/pot.png" alt="A pot" width="8""#))
        #expect(shown.contains(#"<img src="/wp-content/uploads/2012/02/jar.png" alt="A jar" width="8""#))
        #expect(!shown.contains(#"src="/wp-content/uploads/2012/02/urn.png""#))
    }

    @Test("posts of older rules are rendered again once, those of the newest are not looked at")
    func olderRules() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export([], content: "<b>Now</b>"))
        let anew = RenderAnew(blog.database)
        #expect(try await anew.run(now: ImportFixture.now) == nil)
        var old = try await blog.post(2).body
        let newest = old
        old.pages = [SafeHTML.text("Then")]
        old.sanitizerVersion = 0
        try await blog.database.writeAlone { [old] tx in
            let site = try #require(try tx.site())
            let post = try #require(try tx.post(number: 2, site: site.id))
            _ = try tx.setRendering(old, of: post.id, at: ImportFixture.now)
        }
        #expect(try await anew.run(now: ImportFixture.now) == 1)
        #expect(try await blog.post(2).body == newest)
        #expect(try await anew.run(now: ImportFixture.now) == nil)
    }

    @Test("a picture of the same path on another host is not ours")
    func otherHost() async throws {
        let blog = try await ImportFixture()
        try await blog.take(
            Self.export(
                ["2012/02/pot.png"],
                content: "<img src=\"https://other.example/wp-content/uploads/2012/02/pot.png\" alt=\"Theirs\">"))
        _ = try await take(["pot.png": SmallPNG.bytes(width: 8, height: 4)], into: blog)
        #expect(try await blog.post(2).body.pages[0].markup.contains("missing-picture"))
    }

    @Test("a folder that is not there is refused by its name")
    func noFolder() async throws {
        let blog = try await ImportFixture()
        try await blog.take(Self.export([]))
        let use = TakeMedia(
            blog.database, files: MediaFiles(folder: blog.folder.path("media")),
            pictures: PictureMaker(program: "none", limits: PictureLimits()), byteLimit: 1)
        let fault = await #expect(throws: MediumFault.self) {
            try await use.run(from: blog.folder.path("nothing"), now: ImportFixture.now)
        }
        #expect(fault?.description.contains("nothing") == true)
    }
}
