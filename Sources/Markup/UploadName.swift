/// The names that WordPress gives to the sizes of one upload.
package enum UploadName {
    /// `2012/02/khrushchev-300x200.jpg` → `2012/02/khrushchev.jpg`; a name without a size comes back as it is.
    package static func withoutSize(_ path: String) -> String {
        let bytes = Bytes(path.utf8)
        guard let (width, dot) = size(in: bytes) else { return path }
        return bytes.text(0..<(width.lowerBound - 1)) + bytes.text(dot..<bytes.count)
    }

    /// `2012/02/khrushchev-300x200.jpg` → 300
    static func width(in path: String) -> Int? {
        let bytes = Bytes(path.utf8)
        return size(in: bytes).flatMap { Int(bytes.text($0.width)) }
    }

    /// Where the digits of the width stand, and the dot before the ending.
    private static func size(in bytes: Bytes) -> (width: Range<Int>, dot: Int)? {
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return nil }
        var height = dot
        while height > 0, bytes[height - 1].isDigit { height -= 1 }
        guard height > 1, height < dot, bytes[height - 1] == UInt8(ascii: "x") else { return nil }
        var width = height - 1
        while width > 0, bytes[width - 1].isDigit { width -= 1 }
        guard width > 0, width < height - 1, bytes[width - 1] == UInt8(ascii: "-") else { return nil }
        return (width..<(height - 1), dot)
    }

    /// What all sizes of one upload share: WordPress calls a large picture's smaller original `name-scaled.jpg`, and its
    /// sizes after the name without that.
    package static func stem(_ path: String) -> String {
        withoutSize(path).replacing("-scaled.", with: ".")
    }
}
