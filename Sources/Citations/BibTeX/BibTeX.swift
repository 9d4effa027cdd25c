/// References as BibTeX, with the fields of BibLaTeX that are common.
package enum BibTeX {
    /// Entries that cannot be read are reported, with line and column, and the rest is taken. Macros, joined values and
    /// `crossref` are followed; fields that CSL-JSON has no place for stand in the member `custom` of ``Reference/rest``.
    ///
    /// - Throws: ``ReferenceFault`` of the whole file: it goes beyond the limits.
    package static func read(
        _ bytes: [UInt8], limits: ReferenceLimits = ReferenceLimits()
    ) throws(ReferenceFault) -> ReferenceReading {
        guard bytes.count <= limits.bytes else { throw ReferenceFault(.file, .tooLarge(limits.bytes)) }
        var scanner = BibTeXScanner(bytes, limits: limits)
        try scanner.scan()
        let parents = Dictionary(
            scanner.entries.map { ($0.key.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        var reading = ReferenceReading(references: [], faults: scanner.faults)
        let lines = LinePlaces(bytes)
        var keys: Set<String> = []
        var inherited = 0
        for entry in scanner.entries {
            guard keys.insert(entry.key).inserted else {
                reading.faults.append(
                    ReferenceFault(lines.place(entry.position, key: entry.key), .repeatedKey(entry.key)))
                continue
            }
            let parent = entry.fields["crossref"].flatMap { parents[$0.lowercased()] }
            inherited += parent?.fields.values.reduce(0) { $0 + $1.utf8.count } ?? 0
            guard inherited <= limits.bytes else { throw ReferenceFault(.file, .tooLarge(limits.bytes)) }
            reading.references.append(BibTeXReference(entry, parent: parent).reference())
        }
        return reading
    }

    /// One entry for each, in UTF-8. Runs of blanks are one afterwards; the kinds of particles of names become one.
    package static func write(_ references: [Reference]) -> String {
        references.map { BibTeXWriter($0).text }.joined(separator: "\n")
    }
}
