import Database
import DatabaseSupport
import Foundation
import Images
import Model
import Publishing
import SQLiteDatabase
import SiteSupport
import Store
import Testing

@Suite("The media library")
struct MediaLibraryTests {
    private func files(_ fixture: WritingFixture) -> MediaFiles { MediaFiles(folder: fixture.folder.path("media")) }

    private let pictures = PictureMaker(program: RunningThaw.executable(named: "thaw-images"), limits: PictureLimits())

    private func library(_ fixture: WritingFixture) -> MediaLibrary {
        MediaLibrary(files: files(fixture), pictures: pictures, byteLimit: 1 << 20)
    }

    private func file(_ bytes: [UInt8], _ fixture: WritingFixture) throws -> String {
        let path = fixture.folder.path("sent-\(UUID().uuidString)")
        try Data(bytes).write(to: URL(filePath: path))
        return path
    }

    private func upload(
        _ bytes: [UInt8], _ name: String, _ fixture: WritingFixture, by writer: Writer? = nil
    ) async throws -> UploadMedium.Uploaded {
        try await UploadMedium(fixture.database, library: library(fixture)).upload(
            file(bytes, fixture), name: name, alternativeText: "A grey field", caption: "Grey",
            by: writer ?? fixture.author,
            now: WritingFixture.now)
    }

    private func entry(_ number: Int64, _ fixture: WritingFixture) async throws -> MediumEntry? {
        try await fixture.database.read { tx in
            try tx.site().flatMap { try tx.libraryEntry(number: number, site: $0.id) }
        }
    }

    @Test("a picture is known by its bytes, named by its name, put below its month, and shown in a post")
    func picture() async throws {
        let fixture = try await WritingFixture()
        let sent = try await upload(SmallPNG.bytes(width: 700, height: 30), "C:\\Pictures\\The Hall!.JPG", fixture)
        let entry = try #require(try await entry(sent.number, fixture))
        #expect(entry.medium.path == "wp-content/uploads/2026/03/the-hall.png")
        #expect(entry.medium.mimeType == "image/png")
        #expect(entry.medium.width == 700)
        #expect(entry.title == "The Hall!")
        #expect(entry.caption == "Grey")
        #expect(files(fixture).holds(entry.medium.path))
        let saved = try await fixture.create(
            PostDraft(
                title: "A", source: "![Hall](/wp-content/uploads/2026/03/the-hall.png)", featuredPicture: sent.number))
        let post = try #require(try await fixture.post(saved))
        #expect(
            post.body.pages[0].markup.contains("<img src=\"/wp-content/uploads/2026/03/the-hall.png\" alt=\"Hall\""))
        #expect(post.post.featuredImage == entry.medium.post)
        let shown = try await fixture.database.read {
            try $0.posts(showing: entry.medium, site: post.post.site).map(\.number)
        }
        #expect(shown == [saved.number])
    }

    @Test("the same file is kept once; another of the same name gets a name of its own")
    func once() async throws {
        let fixture = try await WritingFixture()
        let first = try await upload(SmallPNG.bytes(width: 8, height: 4), "a.png", fixture)
        let again = try await upload(SmallPNG.bytes(width: 8, height: 4), "b.png", fixture)
        #expect(again.number == first.number && !again.isNew)
        let other = try await upload(SmallPNG.bytes(width: 9, height: 4), "a.png", fixture)
        #expect(try await entry(other.number, fixture)?.medium.path == "wp-content/uploads/2026/03/a-2.png")
        let listed = try await fixture.database.read { tx in
            try tx.site().map { try tx.library(MediaSelection(kind: "image/", words: "a"), site: $0.id).map(\.number) }
        }
        #expect(listed == [other.number, first.number])
    }

    @Test(
        "what may hold scripts, or is not what its name says, is refused and leaves nothing",
        arguments: [
            ("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "a.svg"), ("<!doctype html><p>x", "a.html"),
            ("<html><script>alert(1)</script>", "a.jpg"),
        ])
    func refused(_ sent: (text: String, name: String)) async throws {
        let fixture = try await WritingFixture()
        await #expect(throws: (any Error).self) { try await upload(Array(sent.text.utf8), sent.name, fixture) }
        let kept = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path("media"))
        #expect(kept == [])
        await #expect(throws: WritingFault.self) {
            try await upload(SmallPNG.bytes(width: 8, height: 4), "a.png", fixture, by: fixture.contributor)
        }
    }

    @Test("a file is replaced under its address by one of its kind, by who may")
    func replace() async throws {
        let fixture = try await WritingFixture()
        let sent = try await upload(SmallPNG.bytes(width: 8, height: 4), "a.png", fixture)
        let former = try #require(try await entry(sent.number, fixture)).medium
        let use = ReplaceMedium(fixture.database, library: library(fixture))
        let newer = try file(SmallPNG.bytes(width: 20, height: 10), fixture)
        try await use.replace(number: sent.number, by: newer, writer: fixture.author, now: WritingFixture.now)
        let medium = try #require(try await entry(sent.number, fixture)).medium
        #expect(medium.path == former.path)
        #expect(medium.width == 20)
        #expect(medium.file != former.file)
        let text = try file(Array("words".utf8), fixture)
        await #expect(throws: (any Error).self) {
            try await use.replace(number: sent.number, by: text, writer: fixture.author, now: WritingFixture.now)
        }
        await #expect(throws: WritingFault.self) {
            try await use.replace(number: sent.number, by: newer, writer: fixture.contributor, now: WritingFixture.now)
        }
    }

    @Test("words of a file are changed, and a removed one leaves neither row nor file")
    func editAndRemove() async throws {
        let fixture = try await WritingFixture()
        let sent = try await upload(SmallPNG.bytes(width: 700, height: 4), "a.png", fixture)
        try await EditMedium(fixture.database).edit(
            .init(title: "T", alternativeText: "New", caption: "C *c*"), number: sent.number, by: fixture.editor,
            now: WritingFixture.now)
        let changed = try #require(try await entry(sent.number, fixture))
        #expect(changed.title == "T" && changed.medium.alternativeText == "New" && changed.caption == "C *c*")
        #expect(changed.medium.file != nil)
        try await RemoveMedium(fixture.database, files: files(fixture)).remove(
            number: sent.number, by: fixture.author, now: WritingFixture.now)
        #expect(try await entry(sent.number, fixture) == nil)
        let left = FileManager.default.enumerator(atPath: fixture.folder.path("media"))?.allObjects as? [String] ?? []
        #expect(left.filter { $0.hasSuffix(".png") || $0.hasSuffix(".webp") } == [])
    }
}
