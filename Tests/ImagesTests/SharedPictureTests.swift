import DatabaseSupport
import Foundation
import Images
import Testing

private let testData = ProcessInfo.processInfo.environment["THAW_TEST_DATA"]

@Suite("Pictures from elsewhere", .enabled(if: testData != nil, "THAW_TEST_DATA names no folder"))
struct SharedPictureTests {
    private static func files(_ folder: String) throws -> [String] {
        let path = "\(try #require(testData))/images/\(folder)"
        return try FileManager.default.contentsOfDirectory(atPath: path).sorted().map { "\(path)/\($0)" }
    }

    @Test("photographs with a place lose it")
    func places() async throws {
        for file in try Self.files("exif-gps") {
            let making = try Making(file: file)
            let picture = try await making.made()
            for file in [picture.original] + picture.variants {
                let bytes = Data(try making.bytes(of: file))
                for word in ["Exif", "EXIF", "WGS-84", "NIKON", "ns.adobe.com"] {
                    #expect(bytes.range(of: Data(word.utf8)) == nil, "\(making.file): \(word)")
                }
            }
        }
    }

    @Test("all eight orientations show the same picture", arguments: ["landscape", "portrait"])
    func orientations(shape: String) async throws {
        let files = try Self.files("orientation").filter { $0.contains("/\(shape)_") }
        #expect(files.count == 8)
        var expected: Pixels?
        for file in files {
            let making = try Making(file: file)
            let picture = try await making.made()
            #expect((picture.width > picture.height) == (shape == "landscape"))
            let pixels = try Pixels(file: making.output.path(picture.original.name), kind: .jpeg)
            let first = expected ?? pixels
            expected = first
            #expect((pixels.width, pixels.height) == (first.width, first.height))
            for (x, y) in [(20, 20), (pixels.width - 20, 20), (20, pixels.height - 20), (300, 300)] {
                let pairs = zip(pixels.mean(around: x, y), first.mean(around: x, y))
                #expect(pairs.allSatisfy { abs($0 - $1) < 24 }, "\(file) at \(x), \(y)")
            }
        }
    }

    @Test("every valid PNG of PNGSuite is made, every corrupt one is named")
    func suite() async throws {
        for file in try Self.files("pngsuite") where file.hasSuffix(".png") {
            let isCorrupt = file.split(separator: "/").last?.hasPrefix("x") == true
            let fault = try await Making(file: file).fault()
            #expect((fault != nil) == isCorrupt, "\(file): \(fault?.sentence ?? "was made")")
            if let fault { #expect(fault.kind == .corrupt || fault.kind == .noPicture) }
        }
    }
}
