/// A GIF without what is not the picture: comments, XMP and other programs' notes, and whatever stands behind its end.
/// Frames, palettes and the loop stay as they are, byte for byte.
package enum PlainGIF {
    /// Nil when the file is not a whole sequence of blocks. It tells nothing of the pixels.
    package static func bytes(of file: [UInt8]) -> [UInt8]? {
        guard file.count >= 13 else { return nil }
        var index = 13 + paletteBytes(file[10])
        guard index <= file.count else { return nil }
        var result = Array(file[..<index])
        while index < file.count {
            let start = index
            switch file[index] {
            case 0x3B:
                result.append(0x3B)
                return result
            case 0x21:
                guard index + 2 < file.count, let end = endOfBlocks(in: file, from: index + 2) else { return nil }
                index = end
                if isKept(file[start..<end]) { result += file[start..<end] }
            case 0x2C:
                guard index + 10 < file.count else { return nil }
                // The descriptor, its palette, and one byte for the size of codes.
                let data = index + 10 + paletteBytes(file[index + 9]) + 1
                guard let end = endOfBlocks(in: file, from: data) else { return nil }
                index = end
                result += file[start..<end]
            default:
                return nil
            }
        }
        return nil
    }

    private static func paletteBytes(_ flags: UInt8) -> Int {
        flags & 0x80 == 0 ? 0 : 3 << (Int(flags & 0x07) + 1)
    }

    /// Each block begins with its length; an empty one ends them.
    private static func endOfBlocks(in file: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < file.count {
            let length = Int(file[index])
            index += 1 + length
            if length == 0 { return index }
        }
        return nil
    }

    private static func isKept(_ block: ArraySlice<UInt8>) -> Bool {
        switch block[block.startIndex + 1] {
        case 0xF9: true
        case 0xFF:
            // How often the animation repeats.
            ["NETSCAPE2.0", "ANIMEXTS1.0"].contains { block.dropFirst(3).starts(with: Array($0.utf8)) }
        default: false
        }
    }
}
