import ExportSupport
import Images
import Testing

@Suite("Kinds of files") struct FileKindTests {
    static let samples: [(FileKind, [UInt8])] = [
        (.jpeg, Fixtures.jpeg), (.png, Fixtures.png(width: 1, height: 1)), (.gif, Fixtures.gif(frames: 1)),
        (.webp, Array("RIFF\u{10}\0\0\0WEBPVP8 ".utf8)), (.avif, Array("\0\0\0\u{1C}ftypavif".utf8)),
        (.heic, Array("\0\0\0\u{18}ftypheic".utf8)), (.svg, Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8)),
        (.svg, Array("\u{FEFF}<?xml version='1.0'?>\n<!-- <html> -->\n<!DOCTYPE svg PUBLIC ''>\n<SVG>".utf8)),
        (.html, Array("  <!DOCTYPE HTML><svg>".utf8)), (.html, Array("<!-- page --><html>".utf8)),
        (.mp3, Array("ID3\u{4}".utf8)), (.mp3, [0xFF, 0xFB, 0x90, 0x64]), (.m4a, Array("\0\0\0\u{20}ftypM4A ".utf8)),
        (.ogg, Array("OggS\0".utf8)), (.wav, Array("RIFF\u{10}\0\0\0WAVEfmt ".utf8)), (.flac, Array("fLaC".utf8)),
        (.mp4, Array("\0\0\0\u{20}ftypisom".utf8)), (.quickTime, Array("\0\0\0\u{14}ftypqt  ".utf8)),
        (.webm, [0x1A, 0x45, 0xDF, 0xA3]), (.pdf, Array("%PDF-1.7".utf8)), (.zip, Array("PK\u{3}\u{4}".utf8)),
        (.unknown, []), (.unknown, Array("Plain words".utf8)), (.unknown, Array("<!--".utf8)),
        (.unknown, Array("RIFF\u{10}\0\0\0AVI LIST".utf8)),
    ]

    @Test("each is told from its first bytes", arguments: samples)
    func told(kind: FileKind, bytes: [UInt8]) {
        #expect(FileKind(bytes: bytes) == kind)
    }

    @Test("what comes after the first bytes changes nothing")
    func tails() {
        var numbers = SeededNumbers(seed: 1956)
        for (kind, bytes) in Self.samples where kind != .unknown {
            let tail = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &numbers) }
            #expect(FileKind(bytes: bytes + tail) == kind)
            let head = Array((bytes + tail).prefix(FileKind.headBytes))
            #expect(FileKind(bytes: head) == kind)
        }
    }

    @Test("no bytes at all make it stumble, and only pictures go to the maker")
    func anyBytes() {
        var numbers = SeededNumbers(seed: 25)
        for _ in 0..<3000 {
            var bytes = Self.samples.randomElement(using: &numbers)!.1.prefix(60)
            bytes.append(
                contentsOf: (0..<Int.random(in: 0...40, using: &numbers)).map { _ in
                    .random(in: 0...255, using: &numbers)
                })
            for _ in 0..<Int.random(in: 0...3, using: &numbers) where !bytes.isEmpty {
                bytes[Int.random(in: bytes.indices, using: &numbers)] = .random(in: 0...255, using: &numbers)
            }
            let kind = FileKind(bytes: bytes)
            #expect((kind.refusal == nil) == (kind.showing == .picture))
            #expect(kind.mimeType.hasPrefix("image/") == (kind.showing == .picture || kind == .svg))
        }
    }

    @Test("PNG, GIF and WebP that are cut off anywhere are not whole, and every further byte is left out")
    func cutOff() {
        for (file, plain) in [
            (Fixtures.png(width: 9, height: 9), PlainPNG.bytes(of:)), (Fixtures.gif(frames: 2), PlainGIF.bytes(of:)),
            (Self.extendedWebP, PlainWebP.bytes(of:)),
        ] {
            for count in 0..<file.count { #expect(plain(Array(file.prefix(count))) == nil) }
            let whole = plain(file)
            #expect(whole != nil)
            #expect(plain(file + [1, 2, 3]) == whole)
        }
    }

    /// Chunks of the extended format, without pixels.
    private static let extendedWebP =
        Array("RIFF\u{26}\0\0\0WEBPVP8X\u{2}\0\0\0\u{1C}\0".utf8)
        + Array("EXIF\u{5}\0\0\0Dacha\0VP8L\u{2}\0\0\0ab".utf8)

    @Test("a WebP loses its EXIF and the bit that announces it")
    func webp() {
        let expected = Array("RIFF\u{18}\0\0\0WEBPVP8X\u{2}\0\0\0\u{10}\0VP8L\u{2}\0\0\0ab".utf8)
        #expect(PlainWebP.bytes(of: Self.extendedWebP) == expected)
    }

    @Test("widths go up to the picture's own")
    func widths() {
        let limits = PictureLimits(widths: [640, 320])
        #expect(limits.widths(for: 100) == [100])
        #expect(limits.widths(for: 320) == [320])
        #expect(limits.widths(for: 500) == [320, 500])
        #expect(limits.widths(for: 640) == [320, 640])
        #expect(limits.widths(for: 4000) == [320, 640])
    }
}
