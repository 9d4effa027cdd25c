import DatabaseSupport
import ExportSupport
import Foundation
import Testing

@Suite("thaw import --media")
struct MediaCommandTests {
    /// A GIF of one pixel.
    private static let picture: [UInt8] =
        Array("GIF89a".utf8) + [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF]
        + [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 0x01, 0, 0x3B]

    private static func export(_ files: String...) -> Export {
        Export(
            [Item(2, "post")]
                + files.enumerated().map { index, file in
                    Item(Int64(10 + index), "file-\(index)", kind: "attachment", content: "") {
                        $0.status = "inherit"
                        $0.parent = 2
                        $0.attachmentURL = "https://days.example/wp-content/uploads/2012/02/\(file)"
                    }
                })
    }

    private func write(_ bytes: [UInt8], as name: String, to data: DataFolder) throws {
        let folder = data.place.path("uploads")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    }

    @Test("files that are right are taken, one that is not costs a line and exit code 1, and thaw check knows the rest")
    func taking() async throws {
        let data = try DataFolder()
        let file = try data.write(Self.export("dot.gif", "page.gif", "lost.gif"))
        try write(Self.picture, as: "dot.gif", to: data)
        try write(Array("<html>Not found</html>".utf8), as: "page.gif", to: data)
        let outcome = try await ThawProcess.run(
            "import", file, "--data", data.path, "--media", data.place.path("uploads"))
        #expect(outcome.exitCode == 1, "\(outcome.errors)")
        #expect(outcome.output.contains("files: 1 taken, 1 not found, 1 refused"))
        #expect(outcome.output.contains("page.gif (attachment 11): It is a web page, not a picture."))
        let place = data.path + "/media/wp-content/uploads/2012/02/dot.gif"
        #expect(FileManager.default.fileExists(atPath: place))

        let check = try await ThawProcess.run("check", "--data", data.path)
        #expect(check.output.contains("1 pictures and other files are here"))
        #expect(check.output.contains("wp-content/uploads/2012/02/lost.gif of post 2 “About post”"))
        try FileManager.default.removeItem(atPath: place)
        let later = try await ThawProcess.run("check", "--data", data.path)
        #expect(later.exitCode == 1)
        #expect(later.output.contains("WRONG  \(place) is gone"))
    }

    @Test("a folder that is not there: exit 2 and a sentence that names it, and nothing is written")
    func noFolder() async throws {
        let data = try DataFolder()
        let file = try data.write(Self.export("dot.gif"))
        let outcome = try await ThawProcess.run(
            "import", file, "--data", data.path, "--media", data.place.path("nothing"))
        #expect(outcome.exitCode == 2)
        #expect(outcome.errors.contains("nothing is no folder"))
        #expect(!data.exists)
    }
}
