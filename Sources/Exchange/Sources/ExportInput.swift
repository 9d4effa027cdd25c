/// One XML document of an export. It can be opened again for each pass.
package struct ExportPart: Sendable {
    /// For messages.
    package let name: String
    /// Bytes of XML; nil if only unpacking would tell.
    package let size: Int?
    private let opening: @Sendable () throws(ImportFileError) -> any ByteSource

    package init(
        name: String, size: Int?, open opening: @escaping @Sendable () throws(ImportFileError) -> any ByteSource
    ) {
        self.name = name
        self.size = size
        self.opening = opening
    }

    package func open() throws(ImportFileError) -> any ByteSource { try opening() }
}

/// The files of one import, told apart by content: WXR, the same in gzip, or a zip of several.
package struct ExportInput: Sendable {
    /// In the order of reading: files as given, an archive's entries by name (2 before 10).
    package private(set) var parts: [ExportPart] = []
    /// What archives hold beside the export, with a reason each.
    package private(set) var skipped: [Skipped] = []

    package struct Skipped: Hashable, Sendable {
        package var name: String
        package var reason: String
    }

    /// Opens each file and looks at its head.
    package init(paths: [String], limits: ArchiveLimits = ArchiveLimits()) throws(ImportFileError) {
        for path in paths {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            let file = try FileSource(path: path, name: name)
            switch ExportFormat.detect(try file.head(ExportFormat.sampleSize)) {
            case .wxr:
                parts.append(
                    ExportPart(name: name, size: file.size) { () throws(ImportFileError) in
                        try FileSource(path: path, name: name)
                    })
            case .gzip: try addGzip(path: path, name: name, limits: limits)
            case .zip: try addArchive(file, path: path, limits: limits)
            case .other(let lookalike): throw .notAnExport(file: name, lookalike)
            }
        }
    }

    private mutating func addGzip(path: String, name: String, limits: ArchiveLimits) throws(ImportFileError) {
        let part = ExportPart(name: name, size: nil) { () throws(ImportFileError) in
            try InflatingSource(try FileSource(path: path, name: name), wrapping: .gzip, file: name, limits: limits)
        }
        if case .other(let lookalike) = ExportFormat.detect(try part.open().head(ExportFormat.sampleSize)) {
            throw .notAnExport(file: name, lookalike)
        }
        parts.append(part)
    }

    private mutating func addArchive(
        _ file: FileSource, path: String, limits: ArchiveLimits
    ) throws(ImportFileError) {
        let entries = try ZipArchive(file, limits: limits).entries.filter { !$0.name.hasSuffix("/") }
        let archive = file.name
        var total = 0
        var found: [ExportPart] = []
        for entry in entries.sorted(by: { naturallyPrecedes($0.name, $1.name) }) {
            let name = "\(file.name)/\(entry.name)"
            guard entry.name.lowercased().hasSuffix(".xml"), !Self.isLitter(entry.name) else {
                skipped.append(Skipped(name: name, reason: "it is not an XML file"))
                continue
            }
            let part = ExportPart(name: name, size: entry.unpackedBytes) { () throws(ImportFileError) in
                try ZipEntrySource(entry, of: try FileSource(path: path, name: archive), name: name, limits: limits)
            }
            if case .other(let lookalike) = ExportFormat.detect(try part.open().head(ExportFormat.sampleSize)) {
                skipped.append(Skipped(name: name, reason: lookalike.sentence))
                continue
            }
            (total, _) = total.addingReportingOverflow(entry.unpackedBytes)
            guard total >= 0, total <= limits.unpackedBytes else {
                throw .archive(file: file.name, .tooLarge(limit: limits.unpackedBytes))
            }
            found.append(part)
        }
        guard !found.isEmpty else { throw .archive(file: file.name, .noExport) }
        parts += found
    }

    /// What other systems leave in archives beside the real files.
    private static func isLitter(_ name: String) -> Bool {
        name.hasPrefix("__MACOSX/") || name.split(separator: "/").last?.hasPrefix(".") == true
    }
}

/// Numbers inside names are compared as numbers: `part.2.xml` before `part.10.xml`.
func naturallyPrecedes(_ left: String, _ right: String) -> Bool {
    var left = Array(left.utf8)[...]
    var right = Array(right.utf8)[...]
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    while let first = left.first, let second = right.first {
        if isDigit(first), isDigit(second) {
            let one = left.prefix(while: isDigit).drop { $0 == 0x30 }
            let other = right.prefix(while: isDigit).drop { $0 == 0x30 }
            if one.count != other.count { return one.count < other.count }
            if !one.elementsEqual(other) { return one.lexicographicallyPrecedes(other) }
            left = left.drop(while: isDigit)
            right = right.drop(while: isDigit)
        } else {
            if first != second { return first < second }
            left.removeFirst()
            right.removeFirst()
        }
    }
    return left.isEmpty && !right.isEmpty
}
