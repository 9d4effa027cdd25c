import DatabaseSupport
import Foundation
import Images
import Testing

@Suite("Hostile pictures") struct HostilePictureTests {
    @Test("a file that is no picture costs one sentence", arguments: Case.all)
    func refused(_ example: Case) async throws {
        let making = try Making(example.bytes, named: example.file)
        let fault = try #require(await making.fault())
        #expect(fault.kind == example.kind)
        #expect(fault.sentence == example.sentence)
        #expect(!fault.isPassing)
        #expect(try FileManager.default.contentsOfDirectory(atPath: making.output.url.path).isEmpty)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var file: String
        var bytes: [UInt8]
        var kind: PictureFault.Kind
        var sentence: String

        static let all = [
            Case(
                testDescription: "a bomb", file: "bomb.png",
                bytes: Fixtures.png(width: 40, height: 40, written: (50_000, 50_000)), kind: .tooManyPixels,
                sentence: "It has 50000 × 50000 pixels, more than the 50000000 that are allowed (images.pixels)."),
            Case(
                testDescription: "more frames than are allowed", file: "long.gif", bytes: Fixtures.gif(frames: 301),
                kind: .tooManyFrames,
                sentence: "It has 301 frames, more than the 300 that are allowed (images.frames)."),
            Case(
                testDescription: "half a JPEG", file: "half.jpg", bytes: Fixtures.jpeg.dropLast(20),
                kind: .truncated, sentence: "The JPEG file ends before the picture does."),
            Case(
                testDescription: "half a PNG", file: "half.png",
                bytes: Fixtures.png(width: 100, height: 100) { x, y in UInt8((x * x + y * 7) & 0xFF) }.dropLast(2000),
                kind: .truncated, sentence: "The PNG file ends before the picture does."),
            Case(
                testDescription: "half an animation", file: "half.gif", bytes: Fixtures.gif(frames: 4).dropLast(60),
                kind: .truncated, sentence: "The GIF file ends before the picture does."),
            Case(
                testDescription: "a web page", file: "gone.jpg",
                bytes: Array("\n<!DOCTYPE html><html><title>404</title></html>".utf8), kind: .noPicture,
                sentence: "It is a web page, not a picture."),
            Case(
                testDescription: "a drawing with a script", file: "drawing.svg",
                bytes: Array("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".utf8),
                kind: .unsupported,
                sentence: "It is an SVG drawing, which may hold scripts; it is offered as a file."),
            Case(
                testDescription: "nothing", file: "empty.jpg", bytes: [], kind: .noPicture,
                sentence: "The file is empty."),
            Case(
                testDescription: "noise", file: "noise.jpg", bytes: [1, 2, 3, 4], kind: .noPicture,
                sentence: "It is not a picture of a kind that is known."),
        ]
    }

    @Test("a JPEG whose middle is overwritten is named as damaged, or made without harm")
    func overwritten() async throws {
        for start in stride(from: 20, to: Fixtures.jpeg.count - 12, by: 37) {
            var bytes = Fixtures.jpeg
            bytes.replaceSubrange(start..<start + 10, with: Array(repeating: 0xFF, count: 10))
            let fault = try await Making(bytes).fault()
            #expect(fault == nil || fault?.kind == .corrupt, "\(start): \(fault?.sentence ?? "")")
        }
    }

    @Test("a picture that unfolds beyond the limit on memory ends with a sentence")
    func memory() async throws {
        let making = try Making(Fixtures.png(width: 64, height: 64, written: (7000, 7000)))
        let fault = await making.fault(limits: PictureLimits(memoryMegabytes: 24, seconds: 120))
        #expect(fault?.kind == .tooMuchMemory)
        #expect(fault?.sentence == "It took more than 24 MB of memory (images.memory-megabytes).")
    }

    @Test("a file that is not there is named")
    func absent() async throws {
        let making = try Making(file: "/nowhere/picture.jpg")
        let fault = await making.fault()
        #expect(fault?.kind == .disk)
        #expect(fault?.isPassing == true)
    }
}
