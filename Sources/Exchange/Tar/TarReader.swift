/// Reads a tar archive of plain files, entry by entry. It takes nothing on trust: sums, sizes and paths are checked, and
/// links, devices and paths that leave the folder are refused.
package final class TarReader {
    private let source: FileSource
    /// Bytes of the present entry that were not read yet, and the zeros behind them.
    private var rest = 0
    private var padding = 0

    /// No name or size needs more.
    private static let extendedLimit = 1 << 16

    package init(path: String) throws(TarFault) {
        do { source = try FileSource(path: path, name: path) } catch { throw Self.fault(error) }
    }

    /// The next entry; nil at the end of the archive. What was not read of the present one is passed over.
    package func next() throws(TarFault) -> TarEntry? {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while try read(into: &buffer) > 0 {}
        guard let header = try header() else { return nil }
        var entry = try entry(header)
        var kind = header[TarFormat.Field.type]
        if kind == TarFormat.Kind.extended {
            guard entry.size <= Self.extendedLimit else { throw .damaged("a header is too long") }
            let records = try exactly(entry.size)
            _ = try exactly(TarFormat.padding(after: entry.size))
            guard let own = try self.header() else { throw .cutOff }
            entry = try self.entry(own)
            try Self.apply(records, to: &entry)
            kind = own[TarFormat.Field.type]
        }
        // A NUL is how the oldest archives mark a file.
        guard kind == TarFormat.Kind.file || kind == 0 else { throw .noFile(path: entry.path) }
        guard entry.isContained else { throw .leavesFolder(path: entry.path) }
        rest = entry.size
        padding = TarFormat.padding(after: entry.size)
        return entry
    }

    /// Fills the head of the buffer with the present entry's bytes; gives how many, 0 when there are no more.
    package func read(into buffer: inout [UInt8]) throws(TarFault) -> Int {
        guard rest > 0 else {
            _ = try exactly(padding)
            padding = 0
            return 0
        }
        let count = min(buffer.count, rest)
        let read: Int
        do {
            read = try buffer.withUnsafeMutableBufferPointer { (bytes) throws(ImportFileError) in
                try source.read(
                    into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: bytes[..<count])))
            }
        } catch { throw Self.fault(error) }
        guard read > 0 else { throw .cutOff }
        rest -= read
        return read
    }

    /// Nil for the zeros that end the archive.
    private func header() throws(TarFault) -> [UInt8]? {
        let header = try exactly(TarFormat.block)
        if header.allSatisfy({ $0 == 0 }) {
            guard try exactly(TarFormat.block).allSatisfy({ $0 == 0 }) else { throw .damaged("an entry is missing") }
            return nil
        }
        guard header[TarFormat.Field.magic].starts(with: Array("ustar".utf8)) else { throw .notTar }
        guard try Self.number(header, TarFormat.Field.checksum) == TarFormat.checksum(header) else {
            throw .damaged("the sum of a header is wrong")
        }
        return header
    }

    private func entry(_ header: [UInt8]) throws(TarFault) -> TarEntry {
        let prefix = try Self.text(header, TarFormat.Field.prefix)
        let name = try Self.text(header, TarFormat.Field.name)
        return TarEntry(
            path: prefix.isEmpty ? name : "\(prefix)/\(name)", size: try Self.number(header, TarFormat.Field.size),
            mode: try Self.number(header, TarFormat.Field.mode) & 0o777,
            modified: try Self.number(header, TarFormat.Field.modified))
    }

    /// `LENGTH KEY=VALUE\n`, one after the other.
    private static func apply(_ records: [UInt8], to entry: inout TarEntry) throws(TarFault) {
        var rest = records[...]
        while !rest.isEmpty {
            guard let blank = rest.firstIndex(of: 0x20), blank - rest.startIndex < 7,
                let length = Int(String(decoding: rest[..<blank], as: UTF8.self)), length > blank + 1 - rest.startIndex,
                length <= rest.count, rest[rest.startIndex + length - 1] == 0x0A,
                let text = String(validating: rest[(blank + 1)..<(rest.startIndex + length - 1)], as: UTF8.self),
                let equals = text.firstIndex(of: "=")
            else { throw .damaged("a header makes no sense") }
            let value = String(text[text.index(after: equals)...])
            switch text[..<equals] {
            case "path": entry.path = value
            case "size":
                guard let size = Int(value), size >= 0 else { throw .damaged("a size makes no sense") }
                entry.size = size
            default: break
            }
            rest = rest.dropFirst(length)
        }
    }

    private func exactly(_ count: Int) throws(TarFault) -> [UInt8] {
        let bytes: [UInt8]
        do { bytes = try source.head(count) } catch { throw Self.fault(error) }
        guard bytes.count == count else { throw .cutOff }
        return bytes
    }

    private static func text(_ header: [UInt8], _ field: Range<Int>) throws(TarFault) -> String {
        guard let text = String(validating: header[field].prefix { $0 != 0 }, as: UTF8.self) else {
            throw .damaged("a name is no UTF-8")
        }
        return text
    }

    /// Octal digits, with blanks or a NUL at the end.
    private static func number(_ header: [UInt8], _ field: Range<Int>) throws(TarFault) -> Int {
        let digits = header[field].drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
        guard let number = Int(String(decoding: digits, as: UTF8.self), radix: 8), number >= 0 else {
            throw .damaged("a number makes no sense")
        }
        return number
    }

    private static func fault(_ error: ImportFileError) -> TarFault {
        if case .unreadable(_, let reason) = error { .unreadable(reason) } else { .unreadable("\(error)") }
    }
}
