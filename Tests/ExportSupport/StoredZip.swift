import CZlib

/// A zip of files that are stored as they are.
package enum StoredZip {
    package static func bytes(_ files: [(name: String, text: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, text) in files {
            let content = Array(text.utf8)
            let checksum = Int(crc32_z(0, content, content.count))
            let common =
                little(20, 2) + little(0, 8) + little(checksum, 4) + little(content.count, 4)
                + little(content.count, 4) + little(name.utf8.count, 2)
            directory += little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 12) + little(bytes.count, 4)
            directory += Array(name.utf8)
            bytes += little(0x0403_4B50, 4) + common + little(0, 2) + Array(name.utf8) + content
        }
        let start = bytes.count
        return bytes + directory + little(0x0605_4B50, 4) + little(0, 4) + little(files.count, 2)
            + little(files.count, 2) + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    private static func little(_ number: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> ($0 * 8) : 0) }
    }
}
