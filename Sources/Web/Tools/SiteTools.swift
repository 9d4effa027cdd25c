package import Publishing

/// What the owner does with the site as a whole, from the browser: where its files wait, and how much is taken.
package struct SiteTools: Sendable {
    /// For files that come and go.
    let folder: String
    /// Of one export that is sent.
    let uploadBytes: Int
    package let imports: RunImport
    /// Writes everything that must be kept into a new file.
    let backUp: @Sendable (_ path: String) async throws -> Void

    package init(
        folder: String, uploadBytes: Int, imports: RunImport,
        backUp: @escaping @Sendable (_ path: String) async throws -> Void
    ) {
        self.folder = folder
        self.uploadBytes = uploadBytes
        self.imports = imports
        self.backUp = backUp
    }
}
