/// `@book{taubman2003, title = {…}, …}` as it stands there, macros put in and pieces joined, not yet read as LaTeX.
struct BibTeXEntry {
    /// In small letters.
    var type: String
    var key: String
    /// By names in small letters; of a name that comes twice, the first.
    var fields: [String: String]
    /// In bytes, from 0.
    var position: Int
}

/// Lines of a file, to tell places in it.
struct LinePlaces {
    private let starts: [Int]

    init(_ bytes: [UInt8]) { starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 } }

    /// - Parameter position: In bytes, from 0.
    func place(_ position: Int, key: String?) -> ReferenceFault.Place {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= position { low = middle } else { high = middle }
        }
        return .line(low + 1, column: position - starts[low] + 1, key: key)
    }
}
