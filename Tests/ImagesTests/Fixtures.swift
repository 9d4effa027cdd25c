import CZlib
import DatabaseSupport
import Foundation
import Images

/// Pictures made in code, byte by byte.
enum Fixtures {
    /// 48 × 32 pixels: red and blue above, green and white below.
    static let jpeg = Array(
        Data(
            base64Encoded: """
                /9j/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBD\
                AQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAgADAD\
                ASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAcFBv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAWAQEBAQAAAAAAAAAAAAAA\
                AAAFBgf/xAAcEQEAAAcBAAAAAAAAAAAAAAAABQZCQ4GCwcL/2gAMAwEAAhEDEQA/AOfADNJGE3WEsZTva+kpM1rbgAsUqpYDBkcK\
                An6gGITXjp6B3MdADB9//9k=
                """)!)

    /// The same as a camera would leave it: with an orientation, a place, and more in XMP and in a comment.
    static func cameraJPEG(orientation: UInt8) -> [UInt8] {
        let tiff: [UInt8] =
            [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]
            + [2, 0]
            + [0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
            + [0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]
            + [0, 0, 0, 0]
            + [2, 0]
            + [0x01, 0, 2, 0, 2, 0, 0, 0, UInt8(ascii: "N"), 0, 0, 0]
            + [0x1D, 0, 2, 0, 11, 0, 0, 0, 68, 0, 0, 0]
            + [0, 0, 0, 0] + Array("1956:02:25\0".utf8)
        let xmp = Array("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>Dacha</x:xmpmeta>".utf8)
        return Array(jpeg[..<2]) + segment(0xE1, Array("Exif\0\0".utf8) + tiff) + segment(0xE1, xmp)
            + segment(0xFE, Array("Dacha".utf8)) + jpeg[2...]
    }

    private static func segment(_ marker: UInt8, _ bytes: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((bytes.count + 2) >> 8), UInt8((bytes.count + 2) & 0xFF)] + bytes
    }

    /// Black and grey, eight bits a pixel. `written` is what the header says, if that differs from what is there.
    static func png(
        width: Int, height: Int, written: (width: Int, height: Int)? = nil, chunks: [(String, [UInt8])] = [],
        pixel: (_ x: Int, _ y: Int) -> UInt8 = { _, _ in 0 }
    ) -> [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity((width + 1) * height)
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width { rows.append(pixel(x, y)) }
        }
        var size = compressBound(uLong(rows.count))
        var packed = [UInt8](repeating: 0, count: Int(size))
        compress2(&packed, &size, rows, uLong(rows.count), 1)
        let header = bigEndian(written?.width ?? width) + bigEndian(written?.height ?? height) + [8, 0, 0, 0, 0]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
            + chunks.flatMap { chunk($0.0, $0.1) } + chunk("IDAT", Array(packed[..<Int(size)])) + chunk("IEND", [])
    }

    static func chunk(_ name: String, _ bytes: [UInt8]) -> [UInt8] {
        let checked = Array(name.utf8) + bytes
        return bigEndian(bytes.count) + checked + bigEndian(Int(crc32(0, checked, uInt(checked.count))))
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(number >> $0 & 0xFF) }
    }

    /// Frames of 8 × 8 pixels in two colours, repeated for ever, with a comment.
    static func gif(frames: Int) -> [UInt8] {
        var result = Array("GIF89a".utf8) + [8, 0, 8, 0, 0x80, 0, 0, 0x20, 0x40, 0x60, 0xFF, 0xEE, 0xDD]
        result += [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
        result += [0x21, 0xFE, 5] + Array("Dacha".utf8) + [0]
        for frame in 0..<frames {
            result += [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, 8, 0, 8, 0, 0, 2]
            let data = codes(pixels: (0..<64).map { ($0 + frame) % 2 })
            result += [UInt8(data.count)] + data + [0]
        }
        return result + [0x3B]
    }

    /// LZW without compression: before each pixel the table is cleared, so that every code has three bits.
    private static func codes(pixels: [Int]) -> [UInt8] {
        var bits = 0
        var number = 0
        var result: [UInt8] = []
        for code in pixels.flatMap({ [4, $0] }) + [5] {
            number |= code << bits
            bits += 3
            while bits >= 8 {
                result.append(UInt8(number & 0xFF))
                number >>= 8
                bits -= 8
            }
        }
        return bits > 0 ? result + [UInt8(number & 0xFF)] : result
    }
}

/// One picture, made in folders of its own.
struct Making {
    let input: TemporaryFolder
    let output: TemporaryFolder
    let file: String

    init(_ bytes: [UInt8], named name: String = "picture.jpg") throws {
        input = try TemporaryFolder()
        output = try TemporaryFolder()
        file = input.path(name)
        try Data(bytes).write(to: URL(filePath: file))
    }

    init(file: String) throws {
        input = try TemporaryFolder()
        output = try TemporaryFolder()
        self.file = file
    }

    /// It stands where the tests' own executable does.
    static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "thaw-images").path

    func made(
        program: String = Self.program, limits: PictureLimits = PictureLimits(seconds: 120)
    ) async throws(PictureFault) -> MadePicture {
        try await PictureMaker(program: program, limits: limits).make(file, into: output.url.path)
    }

    /// The kind of the fault that making ends with; nil when it made a picture.
    func fault(
        program: String = Self.program, limits: PictureLimits = PictureLimits(seconds: 120)
    ) async -> PictureFault? {
        do {
            _ = try await made(program: program, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    func bytes(of file: MadeFile) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: output.path(file.name))))
    }
}
