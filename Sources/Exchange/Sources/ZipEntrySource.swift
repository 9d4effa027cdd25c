import CZlib

/// One entry of a zip file, unpacked as it is read; its checksum and size are compared at the end.
final class ZipEntrySource: ByteSource {
    private let name: String
    private let entry: ZipArchive.Entry
    private let base: any ByteSource
    private var checksum: UInt = 0
    private var count = 0

    init(
        _ entry: ZipArchive.Entry, of file: FileSource, name: String, limits: ArchiveLimits
    ) throws(ImportFileError) {
        self.name = name
        self.entry = entry
        guard !entry.isEncrypted else { throw .archive(file: file.name, .encrypted(entry: entry.name)) }
        // The entry's own header repeats the name with an extra field of another length.
        guard entry.headerOffset <= file.size - 30,
            let bytes = try file.bytes(entry.headerOffset..<(entry.headerOffset + 30)),
            case let header = LittleEndian(bytes: bytes[...]), header.number(0, 4) == 0x0403_4B50,
            let nameLength = header.number(26, 2), let extraLength = header.number(28, 2)
        else { throw .archive(file: file.name, .damaged("\(entry.name) has no header")) }
        let start = entry.headerOffset + 30 + nameLength + extraLength
        guard start <= file.size, entry.packedBytes <= file.size - start else {
            throw .archive(file: file.name, .damaged("\(entry.name) lies outside of it"))
        }
        file.seek(to: start..<(start + entry.packedBytes))
        switch entry.method {
        case 0: base = file
        case 8: base = try InflatingSource(file, wrapping: .bare, file: name, limits: limits)
        default: throw .archive(file: file.name, .compression(entry: entry.name, method: entry.method))
        }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportFileError) -> Int {
        let read = try base.read(into: buffer)
        count += read
        checksum = crc32_z(checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), read)
        guard count <= entry.unpackedBytes, read > 0 || buffer.count == 0 || count == entry.unpackedBytes else {
            throw .archive(file: name, .damaged("its size is not the one in the table of contents"))
        }
        if read == 0, buffer.count > 0, UInt32(truncatingIfNeeded: checksum) != entry.checksum {
            throw .archive(file: name, .damaged("its checksum is wrong"))
        }
        return read
    }
}
