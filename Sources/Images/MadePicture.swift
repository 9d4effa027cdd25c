/// A picture that is fit to be served: upright, in sRGB, without a word about place, time or camera.
package struct MadePicture: Codable, Hashable, Sendable {
    /// In pixels, after the orientation was applied.
    package var width: Int
    package var height: Int
    /// What the file was, told from its bytes.
    package var kind: FileKind
    /// 1 unless it moves.
    package var frames: Int
    /// The whole picture in its own format, or as JPEG where browsers do not know its own (HEIC, AVIF).
    package var original: MadeFile
    /// WebP of rising widths; the last is as wide as the picture, or the widest that the limits name. Empty when the
    /// original is smaller than they are, and for animations.
    package var variants: [MadeFile]

    package init(
        width: Int, height: Int, kind: FileKind, frames: Int, original: MadeFile, variants: [MadeFile]
    ) {
        self.width = width
        self.height = height
        self.kind = kind
        self.frames = frames
        self.original = original
        self.variants = variants
    }
}

/// A file that the maker left in its folder.
package struct MadeFile: Codable, Hashable, Sendable {
    /// From the SHA-256 of its bytes, with the format's ending: `2c26b46b68ffc68ff99b453c1d304134.webp`.
    package var name: String
    package var width: Int
    package var height: Int
    package var bytes: Int
    package var mimeType: String

    package init(name: String, width: Int, height: Int, bytes: Int, mimeType: String) {
        self.name = name
        self.width = width
        self.height = height
        self.bytes = bytes
        self.mimeType = mimeType
    }
}
