/// The part of a file that a request asks for (RFC 9110, 14).
enum ByteRange: Equatable {
    case whole
    case part(ClosedRange<Int>)
    case unsatisfiable

    /// - Parameters:
    ///   - field: the value of `Range`. Several ranges, other units and what is not understood ask for the whole.
    ///   - size: of the file.
    init(_ field: String?, size: Int) {
        self = .whole
        guard let field, field.lowercased().hasPrefix("bytes=") else { return }
        let range = field.dropFirst("bytes=".count)
        let ends = range.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2, !range.contains(","),
            let first = Self.number(ends[0]), let last = Self.number(ends[1])
        else { return }
        switch (first, last) {
        case (nil, nil): return
        case (nil, let count?):
            self = count == 0 || size == 0 ? .unsatisfiable : .part(max(0, size - count)...(size - 1))
        case (let first?, let last):
            if let last, last < first { return }
            self = first >= size ? .unsatisfiable : .part(first...min(last ?? size - 1, size - 1))
        }
    }

    /// Nil inside for an end that is left open, outside for one that is no number.
    private static func number(_ text: Substring) -> Int?? {
        let text = text.filter { $0 != " " }
        if text.isEmpty { return .some(nil) }
        guard text.utf8.count <= 18, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return .some(Int(text))
    }
}
