package import Publishing

/// What the owner does with the site as a whole, from the browser: how much is taken, and what does it.
package struct SiteTools: Sendable {
    /// Of one export that is sent.
    let uploadBytes: Int
    package let imports: RunImport
    /// Writes everything that must be kept into a new file.
    let backUp: @Sendable (_ path: String) async throws -> Void

    package init(
        uploadBytes: Int, imports: RunImport,
        backUp: @escaping @Sendable (_ path: String) async throws -> Void
    ) {
        self.uploadBytes = uploadBytes
        self.imports = imports
        self.backUp = backUp
    }
}
