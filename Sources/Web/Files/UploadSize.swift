/// A size of an upload, as WordPress names it: `2012/02/khrushchev-300x200.jpg`.
struct UploadSize: Sendable {
    /// In pixels.
    let width: Int
    /// The paths that the upload itself may have.
    let originals: [String]

    /// Nil for a path without a size in its name.
    init?(of path: String) {
        guard let match = path.wholeMatch(of: /(.+)-([0-9]{1,5})x[0-9]{1,5}(\.[A-Za-z0-9]+)/),
            let width = Int(match.2)
        else { return nil }
        self.width = width
        // Of a large picture WordPress keeps a smaller original under a name of its own.
        originals = ["\(match.1)\(match.3)", "\(match.1)-scaled\(match.3)"]
    }
}
