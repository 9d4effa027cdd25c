/// A folder for what is being sent; it goes with everything in it.
package struct ReceivedFiles: Sendable {
    package let folder: String
    private let files: MediaFiles

    /// - Throws: `SystemFault` for the disk.
    package init(_ files: MediaFiles) throws {
        self.files = files
        folder = try files.workplace()
    }

    package func remove() { files.remove(workplace: folder) }
}
