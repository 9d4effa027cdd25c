/// A place in an export, for messages that a person follows with an editor.
package struct FilePlace: Hashable, Sendable, CustomStringConvertible {
    /// The file's name; inside an archive `archive.zip/part.001.xml`.
    package var file: String
    /// From 1.
    package var line: Int
    /// From 0, counted in the unpacked file; for a file that is not UTF-8, in its UTF-8 form.
    package var byte: Int

    package init(file: String, line: Int, byte: Int) {
        self.file = file
        self.line = line
        self.byte = byte
    }

    package var description: String { "\(file), line \(line), byte \(byte)" }
}
