/// A WebP without what is not the picture: EXIF, XMP, the colour profile, and whatever stands behind its end. libvips
/// 8.14 writes EXIF into it even when told to leave it out.
package enum PlainWebP {
    private static let kept: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF"]
    /// The bits of VP8X that announce a profile, EXIF and XMP.
    private static let announced: UInt8 = 0x20 | 0x08 | 0x04

    /// Nil when the file is not a whole sequence of chunks. It tells nothing of the pixels.
    package static func bytes(of file: [UInt8]) -> [UInt8]? {
        guard file.count >= 12 else { return nil }
        let end = 8 + littleEndian(file[4..<8])
        guard end <= file.count else { return nil }
        var result = Array(file[..<12])
        var index = 12
        while index + 8 <= end {
            let length = littleEndian(file[index + 4..<index + 8])
            // Chunks begin at even places.
            let next = index + 8 + length + length % 2
            guard next <= end else { return nil }
            let name = String(decoding: file[index..<index + 4], as: UTF8.self)
            if kept.contains(name) {
                let start = result.count
                result += file[index..<next]
                if name == "VP8X", length > 0 { result[start + 8] &= ~announced }
            }
            index = next
        }
        guard index == end else { return nil }
        let size = result.count - 8
        result.replaceSubrange(4..<8, with: [0, 8, 16, 24].map { UInt8(size >> $0 & 0xFF) })
        return result
    }

    private static func littleEndian(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}
