import Foundation
import Testing

@testable import Themes

@Suite("Theme folders")
struct ThemeFolderTests {
    @Test("a folder's files are taken; hidden ones, folders and links are not")
    func load() throws {
        let manager = FileManager.default
        let folder = manager.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try manager.createDirectory(at: folder.appendingPathComponent("inner"), withIntermediateDirectories: true)
        defer { try? manager.removeItem(at: folder) }
        for (name, text) in [
            ("style.css", "p {}"), (".hidden", "x"), ("post.mustache", "\n{{nothing}}"), ("a.svg", "s"),
        ] {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        try manager.createSymbolicLink(
            atPath: folder.path + "/link.css", withDestinationPath: folder.path + "/style.css")

        let theme = try Theme.load(name: "own", folder: folder.path)
        #expect(
            theme.assets.keys.sorted() == [
                "a.svg", "chronicle.css", "icons.svg", "likes.js", "players.js", "reply.js", "style.css",
            ])
        #expect(theme.stylesheet.bytes == Array("p {}".utf8))
        #expect(theme.problems.map(\.place.description) == ["post.mustache:2:1"])
        #expect(theme.name == "own")
    }

    @Test("a folder that is not there is an error")
    func missing() {
        #expect(throws: (any Error).self) { try Theme.load(name: "own", folder: "/nowhere/at/all") }
    }
}
