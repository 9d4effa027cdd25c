/// The table of contents of a zip file, after PKWARE's APPNOTE 6.3.10. Names are only ever shown, never used as paths.
struct ZipArchive {
    struct Entry: Hashable, Sendable {
        var name: String
        /// 0 is stored, 8 deflated.
        var method: Int
        var isEncrypted: Bool
        var checksum: UInt32
        var packedBytes: Int
        var unpackedBytes: Int
        var headerOffset: Int
    }

    let entries: [Entry]

    init(_ file: FileSource, limits: ArchiveLimits) throws(ImportFileError) {
        let directory = try Self.findDirectory(file)
        guard directory.count <= limits.entries, directory.range.count <= limits.directoryBytes else {
            throw .archive(file: file.name, .damaged("its table of contents is too long"))
        }
        guard let bytes = try file.bytes(directory.range) else {
            throw .archive(file: file.name, .damaged("its table of contents lies outside of it"))
        }
        var entries: [Entry] = []
        var position = 0
        for _ in 0..<directory.count {
            guard let (entry, length) = Self.entry(LittleEndian(bytes: bytes[position...])) else {
                let number = entries.count + 1
                throw .archive(file: file.name, .damaged("entry \(number) of its table of contents is broken"))
            }
            entries.append(entry)
            position += length
        }
        self.entries = entries
    }

    private static func findDirectory(_ file: FileSource) throws(ImportFileError) -> (range: Range<Int>, count: Int) {
        // The end record is 22 bytes and a comment of at most 65,535.
        let tailStart = max(0, file.size - 22 - 65_535)
        guard let tail = try file.bytes(tailStart..<file.size),
            let offset = tail.indices.dropLast(21).last(where: { Array(tail[$0..<($0 + 4)]) == [0x50, 0x4B, 5, 6] })
        else { throw .archive(file: file.name, .cutOff) }
        let end = LittleEndian(bytes: tail[offset...])
        var count = end.number(10, 2) ?? 0
        var size = end.number(12, 4) ?? 0
        var start = end.number(16, 4) ?? 0
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF {
            let endRecord = tailStart + offset
            guard endRecord >= 20, let locatorBytes = try file.bytes((endRecord - 20)..<endRecord),
                case let locator = LittleEndian(bytes: locatorBytes[...]), locator.number(0, 4) == 0x0706_4B50,
                let wideOffset = locator.number(8, 8), wideOffset <= file.size - 56,
                let wideBytes = try file.bytes(wideOffset..<(wideOffset + 56)),
                case let wide = LittleEndian(bytes: wideBytes[...]), wide.number(0, 4) == 0x0606_4B50,
                let wideCount = wide.number(32, 8), let wideSize = wide.number(40, 8),
                let wideStart = wide.number(48, 8)
            else { throw .archive(file: file.name, .damaged("the end of its table of contents is broken")) }
            (count, size, start) = (wideCount, wideSize, wideStart)
        }
        guard start <= file.size, size <= file.size - start else {
            throw .archive(file: file.name, .damaged("its table of contents lies outside of it"))
        }
        return (start..<(start + size), count)
    }

    private static func entry(_ record: LittleEndian) -> (Entry, length: Int)? {
        guard record.number(0, 4) == 0x0201_4B50, let flags = record.number(8, 2), let method = record.number(10, 2),
            let checksum = record.number(16, 4), var packed = record.number(20, 4), var unpacked = record.number(24, 4),
            let nameLength = record.number(28, 2), let extraLength = record.number(30, 2),
            let commentLength = record.number(32, 2), var offset = record.number(42, 4),
            let name = record.slice(46, nameLength), let extra = record.slice(46 + nameLength, extraLength)
        else { return nil }
        var wide = wideSizes(LittleEndian(bytes: extra))
        if unpacked == 0xFFFF_FFFF { unpacked = wide.popLast() ?? unpacked }
        if packed == 0xFFFF_FFFF { packed = wide.popLast() ?? packed }
        if offset == 0xFFFF_FFFF { offset = wide.popLast() ?? offset }
        let entry = Entry(
            name: String(decoding: name, as: UTF8.self), method: method, isEncrypted: flags & 1 != 0,
            checksum: UInt32(checksum), packedBytes: packed, unpackedBytes: unpacked, headerOffset: offset)
        return (entry, 46 + nameLength + extraLength + commentLength)
    }

    /// The 64-bit numbers of the extra field 1, the last first.
    private static func wideSizes(_ extra: LittleEndian) -> [Int] {
        var position = 0
        while let id = extra.number(position, 2), let length = extra.number(position + 2, 2) {
            if id == 1 {
                let end = position + 4 + length
                return stride(from: position + 4, to: end - 7, by: 8).compactMap { extra.number($0, 8) }.reversed()
            }
            position += 4 + length
        }
        return []
    }
}

/// Reads numbers as zip writes them.
struct LittleEndian {
    let bytes: ArraySlice<UInt8>

    /// Nil if the bytes end before, or the number does not fit in 63 bits.
    func number(_ offset: Int, _ length: Int) -> Int? {
        guard let slice = slice(offset, length) else { return nil }
        return Int(exactly: slice.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }

    func slice(_ offset: Int, _ length: Int) -> ArraySlice<UInt8>? {
        let start = bytes.startIndex + offset
        guard offset >= 0, length >= 0, start + length <= bytes.endIndex else { return nil }
        return bytes[start..<(start + length)]
    }
}
