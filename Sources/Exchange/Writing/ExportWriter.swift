/// Turns records into the bytes of a format. They come in the order of a file: the blog, its authors, its terms with
/// parents before children, its items.
package protocol ExportWriter: Sendable {
    /// Appends what the record becomes.
    mutating func write(_ record: ExportRecord, to bytes: inout [UInt8])

    /// Appends what ends the file. To be called once, after the last record.
    mutating func finish(_ bytes: inout [UInt8])
}
