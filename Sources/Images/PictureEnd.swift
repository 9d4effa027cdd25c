/// Whether a picture that cannot be decoded was cut off, or is broken in its middle.
package enum PictureEnd {
    /// - Parameter bytes: the whole file.
    package static func isMissing(_ bytes: [UInt8], of kind: FileKind) -> Bool {
        switch kind {
        case .jpeg:
            // Cameras write more behind the end; in the data itself the mark cannot occur.
            return !contains([0xFF, 0xD9], in: bytes.suffix(4096))
        case .png:
            return !contains(Array("IEND".utf8), in: bytes.suffix(4096))
        case .gif:
            return bytes.last(where: { $0 != 0 }) != 0x3B
        case .webp:
            guard bytes.count >= 8 else { return true }
            let size = bytes[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
            return bytes.count < size + 8
        default:
            return false
        }
    }

    private static func contains(_ pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { bytes[$0...].starts(with: pattern) }
    }
}
