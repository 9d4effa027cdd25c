/// A PNG without what is not the picture: texts, EXIF, times, and whatever stands behind its end. The compressed pixels
/// stay as they are, byte for byte, an animation's too.
package enum PlainPNG {
    private static let kept: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "acTL", "fcTL", "fdAT",
    ]

    /// Nil when the file is not a whole sequence of chunks. It tells nothing of the pixels.
    package static func bytes(of file: [UInt8]) -> [UInt8]? {
        var result = Array(file.prefix(8))
        var index = 8
        while index + 12 <= file.count {
            let length = file[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = index + 12 + length
            guard end <= file.count else { return nil }
            let name = String(decoding: file[index + 4..<index + 8], as: UTF8.self)
            if kept.contains(name) { result += file[index..<end] }
            if name == "IEND" { return result }
            index = end
        }
        return nil
    }
}
