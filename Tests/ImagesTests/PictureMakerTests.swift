import DatabaseSupport
import Foundation
import Images
import Testing

@Suite("Making pictures") struct PictureMakerTests {
    private static let held: [(orientation: UInt8, quarters: [Pixels.Colour])] = [
        (1, [.red, .blue, .green, .white]), (2, [.blue, .red, .white, .green]),
        (3, [.white, .green, .blue, .red]), (4, [.green, .white, .red, .blue]),
        (5, [.red, .green, .blue, .white]), (6, [.green, .red, .white, .blue]),
        (7, [.white, .blue, .green, .red]), (8, [.blue, .white, .red, .green]),
    ]

    @Test("a photograph stands upright whichever way the camera was held", arguments: held)
    func upright(orientation: UInt8, quarters: [Pixels.Colour]) async throws {
        let making = try Making(Fixtures.cameraJPEG(orientation: orientation))
        let picture = try await making.made(limits: PictureLimits(seconds: 120, widths: [16]))
        #expect((picture.width, picture.height) == (orientation < 5 ? (48, 32) : (32, 48)))
        let file = making.output.path(picture.original.name)
        let pixels = try Pixels(file: file, kind: .jpeg)
        #expect((pixels.width, pixels.height) == (picture.width, picture.height))
        #expect(pixels.quarters == quarters)
    }

    @Test("no place, time or comment is left in what is served")
    func stripped() async throws {
        let source = Fixtures.cameraJPEG(orientation: 6)
        #expect(Self.words.allSatisfy { Data(source).range(of: Data($0.utf8)) != nil })
        let making = try Making(source)
        let picture = try await making.made()
        for file in [picture.original] + picture.variants {
            let bytes = Data(try making.bytes(of: file))
            for word in Self.words { #expect(bytes.range(of: Data(word.utf8)) == nil) }
        }
    }

    private static let words = ["Exif", "1956:02:25", "Dacha", "ns.adobe.com"]

    @Test("copies in WebP have the widths of the list, and the picture's own, and are named after their bytes")
    func copies() async throws {
        let making = try Making(Fixtures.png(width: 1000, height: 500) { x, y in UInt8((x * x + y * 7) & 0xFF) })
        let picture = try await making.made()
        #expect(picture.kind == .png)
        #expect(picture.frames == 1)
        #expect(picture.variants.map(\.width) == [320, 640, 960, 1000])
        #expect(picture.variants.map(\.height) == [160, 320, 480, 500])
        #expect(picture.original.mimeType == "image/png")
        for file in picture.variants {
            let bytes = try making.bytes(of: file)
            #expect(FileKind(bytes: bytes) == .webp)
            #expect(file.mimeType == "image/webp")
            #expect(bytes.count == file.bytes)
            let pixels = try Pixels(file: making.output.path(file.name), kind: .webp)
            #expect((pixels.width, pixels.height) == (file.width, file.height))
        }
        let again = try Making(file: making.file)
        #expect(try await again.made() == picture)
    }

    @Test("copies stand beside a picture only when the widest is smaller than it")
    func worthwhile() async throws {
        let examples = [Fixtures.jpeg, Fixtures.gif(frames: 1), Fixtures.png(width: 4, height: 4)]
        for bytes in examples {
            let making = try Making(bytes)
            let picture = try await making.made()
            let names = Set(try FileManager.default.contentsOfDirectory(atPath: making.output.url.path))
            #expect(names == Set([picture.original.name] + picture.variants.map(\.name)))
            if let widest = picture.variants.last { #expect(widest.bytes < picture.original.bytes) }
        }
    }

    @Test("a PNG keeps its pixels byte for byte and loses its texts")
    func plainPNG() async throws {
        let making = try Making(
            Fixtures.png(width: 40, height: 40, chunks: [("tEXt", Array("Place\0Dacha".utf8))]) + Array("tail".utf8))
        let picture = try await making.made()
        #expect(try making.bytes(of: picture.original) == Fixtures.png(width: 40, height: 40))
    }

    @Test("a GIF that moves keeps every frame and its loop, and loses its comment")
    func animation() async throws {
        let making = try Making(Fixtures.gif(frames: 3) + Array("tail".utf8))
        let picture = try await making.made()
        #expect(picture.kind == .gif)
        #expect(picture.frames == 3)
        #expect(picture.variants.isEmpty)
        let bytes = Data(try making.bytes(of: picture.original))
        #expect(bytes.range(of: Data("NETSCAPE2.0".utf8)) != nil)
        #expect(bytes.range(of: Data("Dacha".utf8)) == nil)
        #expect(bytes.count == Fixtures.gif(frames: 3).count - 9)
    }

    @Test("a GIF that stands still is a picture like others")
    func stillGIF() async throws {
        let picture = try await Making(Fixtures.gif(frames: 1)).made()
        #expect((picture.width, picture.height, picture.frames) == (8, 8, 1))
    }

    @Test("a WebP stays a WebP")
    func webp() async throws {
        let first = try Making(Fixtures.png(width: 700, height: 300) { x, y in UInt8((x * x + y * 7) & 0xFF) })
        let source = try #require(try await first.made().variants.last)
        let making = try Making(try first.bytes(of: source))
        let picture = try await making.made()
        #expect(picture.kind == .webp)
        #expect(picture.original.mimeType == "image/webp")
        #expect((picture.width, picture.height) == (700, 300))
    }

    @Test("the format is told from the bytes, whatever the name says")
    func misnamed() async throws {
        let picture = try await Making(Fixtures.jpeg, named: "drawing.png").made()
        #expect(picture.kind == .jpeg)
        #expect(picture.original.name.hasSuffix(".jpg"))
    }
}
