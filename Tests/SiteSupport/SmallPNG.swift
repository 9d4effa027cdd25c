import CZlib

/// A picture made in code: grey, and as large as asked.
package enum SmallPNG {
    package static func bytes(width: Int, height: Int) -> [UInt8] {
        let row = [UInt8(0)] + [UInt8](repeating: 128, count: width)
        let raw = (0..<height).flatMap { _ in row }
        var size = compressBound(uLong(raw.count))
        var pixels = [UInt8](repeating: 0, count: Int(size))
        compress(&pixels, &size, raw, uLong(raw.count))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", number(width) + number(height) + [8, 0, 0, 0, 0])
            + chunk("IDAT", Array(pixels.prefix(Int(size)))) + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        return number(data.count) + body + number(Int(crc32(0, body, uInt(body.count))))
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
