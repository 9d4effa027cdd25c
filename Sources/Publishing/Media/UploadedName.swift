import Images

/// What a file is called here: letters, digits and hyphens of its own name, and the ending that its bytes ask for.
struct UploadedName: Sendable {
    let title: String
    let stem: String
    let ending: String

    var slug: String { stem }

    init(_ name: String, kind: FileKind, mimeType: String) {
        // Some browsers send the whole path.
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let dot = last.lastIndex(of: ".") ?? last.endIndex
        let named = String(last[..<dot])
        let made = String(Slug.make(from: named).prefix(80))
        stem = made.isEmpty ? "file" : made
        title = named.isEmpty ? "file" : named
        let own = Slug.make(from: dot < last.endIndex ? String(last[last.index(after: dot)...]) : "")
        ending = Self.endings[mimeType] ?? (own.isEmpty || own.utf8.count > 8 ? "bin" : own)
    }

    /// Of what is shown or played in a page; other files keep the ending that they came with.
    private static let endings = [
        "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp", "audio/mpeg": "mp3",
        "audio/mp4": "m4a", "audio/ogg": "ogg", "audio/wav": "wav", "audio/flac": "flac", "video/mp4": "mp4",
        "video/webm": "webm", "application/pdf": "pdf",
    ]
}
