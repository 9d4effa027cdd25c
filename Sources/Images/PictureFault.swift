/// Why there is no picture, for the person who wanted one.
package struct PictureFault: Error, Codable, Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        /// The file ends before the picture does.
        case truncated
        /// The file breaks the rules of its own format.
        case corrupt
        case tooManyPixels
        case tooManyFrames
        case tooMuchMemory
        case tooSlow
        /// The bytes are something else: a web page, a document, nothing at all.
        case noPicture
        /// A picture that is never decoded here (SVG), or whose format is not known.
        case unsupported
        /// The file cannot be read, or the copies cannot be written.
        case disk
        /// The maker is missing, crashed or said something that nobody understands.
        case maker
    }

    package var kind: Kind
    /// One English sentence with a full stop. It names no file: whoever shows it knows which one.
    package var sentence: String

    package init(_ kind: Kind, _ sentence: String) {
        self.kind = kind
        self.sentence = sentence
    }

    package var description: String { sentence }

    /// Whether another attempt may end otherwise although the file is the same.
    package var isPassing: Bool { kind == .disk || kind == .maker }
}
