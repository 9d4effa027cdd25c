/// What stands behind a link to a document: its kind and size, so that nobody loads megabytes unawares.
enum FileSize {
    /// Nil for files that need no such word.
    static func words(for file: RenderingContext.File) -> String? {
        guard file.mimeType == "application/pdf" else { return nil }
        return "PDF, \(text(file.bytes))"
    }

    /// In whole units of a thousand, rounded up.
    private static func text(_ bytes: Int) -> String {
        let kilobytes = (bytes + 999) / 1000
        return kilobytes < 1000 ? "\(kilobytes) kB" : "\((kilobytes + 999) / 1000) MB"
    }
}
