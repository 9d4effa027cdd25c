import CZlib

/// Writes archives for the tests, sound and otherwise.
struct Archive {
    struct Entry {
        var name: String
        var content: [UInt8]
        var method = 8
        var flags = 0
        var checksum: UInt32?
        var claimedSize: Int?
    }

    var entries: [Entry] = []
    /// With 64-bit sizes throughout.
    var isWide = false

    mutating func add(_ name: String, _ text: String, method: Int = 8) {
        entries.append(Entry(name: name, content: Array(text.utf8), method: method))
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let packed = entry.method == 8 ? Self.deflated(entry.content, gzip: false) : entry.content
            let size = entry.claimedSize ?? entry.content.count
            let checksum = entry.checksum ?? UInt32(crc32_z(0, entry.content, entry.content.count))
            let offset = bytes.count
            let extra =
                isWide
                ? little(1, 2) + little(24, 2) + little(size, 8) + little(packed.count, 8) + little(offset, 8) : []
            let common =
                little(45, 2) + little(entry.flags, 2) + little(entry.method, 2) + little(0, 4)
                + little(Int(checksum), 4) + little(isWide ? 0xFFFF_FFFF : packed.count, 4)
                + little(isWide ? 0xFFFF_FFFF : size, 4) + little(entry.name.utf8.count, 2)
            bytes += little(0x0403_4B50, 4) + common + little(4, 2) + Array(entry.name.utf8) + [9, 9, 0, 0] + packed
            directory += little(0x0201_4B50, 4) + little(45, 2) + common + little(extra.count, 2) + little(0, 10)
            directory += little(isWide ? 0xFFFF_FFFF : offset, 4) + Array(entry.name.utf8) + extra
        }
        let start = bytes.count
        bytes += directory
        if isWide {
            let end = bytes.count
            bytes += little(0x0606_4B50, 4) + little(44, 8) + little(45, 2) + little(45, 2) + little(0, 8)
            bytes += little(entries.count, 8) + little(entries.count, 8) + little(directory.count, 8) + little(start, 8)
            bytes += little(0x0706_4B50, 4) + little(0, 4) + little(end, 8) + little(1, 4)
        }
        let count = isWide ? 0xFFFF : entries.count
        bytes += little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
        bytes += little(isWide ? 0xFFFF_FFFF : directory.count, 4) + little(isWide ? 0xFFFF_FFFF : start, 4)
        return bytes + little(3, 2) + Array("end".utf8)
    }

    private func little(_ number: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> ($0 * 8) : 0) }
    }

    static func deflated(_ content: [UInt8], gzip: Bool) -> [UInt8] {
        var stream = z_stream()
        guard thaw_deflateInit2(&stream, 6, Z_DEFLATED, gzip ? 31 : -15, 8, Z_DEFAULT_STRATEGY) == Z_OK else {
            return []
        }
        defer { deflateEnd(&stream) }
        var input = content
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(content.count))))
        let count = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, Z_FINISH)
                return output.count - Int(stream.avail_out)
            }
        }
        return Array(output[..<count])
    }
}
