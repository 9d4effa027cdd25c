/// Makes the parts of a tar archive; the caller puts the bytes of each file, exactly as many as its entry says, between
/// `header` and `padding`.
package enum TarWriter {
    /// What stands before a file's bytes.
    package static func header(_ entry: TarEntry) -> [UInt8] {
        var records: [UInt8] = []
        let name = Array(entry.path.utf8)
        let fits = name.count <= TarFormat.Field.name.count && name.allSatisfy { $0 < 0x80 }
        if !fits { records += record("path", entry.path) }
        if entry.size > TarFormat.largestSize { records += record("size", String(entry.size)) }
        let own = block(
            name: fits ? name : Array("long-name".utf8), size: min(entry.size, TarFormat.largestSize),
            mode: entry.mode, modified: entry.modified, kind: TarFormat.Kind.file)
        if records.isEmpty { return own }
        let extended = block(
            name: Array("pax-header".utf8), size: records.count, mode: 0o600, modified: entry.modified,
            kind: TarFormat.Kind.extended)
        return extended + records + padding(after: records.count) + own
    }

    /// What stands behind a file's bytes.
    package static func padding(after size: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: TarFormat.padding(after: size))
    }

    /// What ends the archive.
    package static let end = [UInt8](repeating: 0, count: 2 * TarFormat.block)

    /// `LENGTH KEY=VALUE\n`, where the length counts its own digits too.
    private static func record(_ key: String, _ value: String) -> [UInt8] {
        let rest = " \(key)=\(value)\n"
        var length = rest.utf8.count
        while String(length).utf8.count + rest.utf8.count != length {
            length = String(length).utf8.count + rest.utf8.count
        }
        return Array("\(length)\(rest)".utf8)
    }

    private static func block(name: [UInt8], size: Int, mode: Int, modified: Int, kind: UInt8) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: TarFormat.block)
        func put(_ bytes: [UInt8], _ field: Range<Int>) {
            header.replaceSubrange(field.lowerBound..<(field.lowerBound + bytes.count), with: bytes)
        }
        func put(octal number: Int, _ field: Range<Int>) {
            let digits = String(max(0, number), radix: 8)
            put(Array((String(repeating: "0", count: max(0, field.count - 1 - digits.count)) + digits).utf8), field)
        }
        put(name, TarFormat.Field.name)
        put(octal: mode & 0o777, TarFormat.Field.mode)
        put(octal: size, TarFormat.Field.size)
        put(octal: min(modified, TarFormat.largestSize), TarFormat.Field.modified)
        header[TarFormat.Field.type] = kind
        put(Array("ustar\0".utf8), TarFormat.Field.magic)
        put(Array("00".utf8), TarFormat.Field.version)
        put(octal: TarFormat.checksum(header), TarFormat.Field.checksum)
        return header
    }
}
