/// Why a file, or the rest of it, cannot be read. Each says the place, in a sentence for the person who imports.
package enum ImportFileError: Error, Hashable, Sendable {
    case unreadable(file: String, reason: String)
    /// Told from the first bytes.
    case notAnExport(file: String, Lookalike)
    /// It is RSS, but not WordPress's.
    case notWXR(FilePlace, WXRFault)
    /// A document type that declares entities, attributes or notations: the usual carrier of entity bombs.
    case declarations(FilePlace)
    case malformed(FilePlace, message: String, wholeItems: Int)
    case truncated(FilePlace, wholeItems: Int)
    case tooDeep(FilePlace, limit: Int)
    case tagTooLong(FilePlace, limit: Int)
    case tooManyNames(FilePlace, limit: Int)
    case unsupportedEncoding(FilePlace, name: String)
    case archive(file: String, ArchiveFault)

    package enum WXRFault: Hashable, Sendable {
        case rootElement(String)
        case noChannel
        case noVersion
        case version(String)
    }

    package enum ArchiveFault: Hashable, Sendable {
        case damaged(String)
        case cutOff
        case encrypted(entry: String)
        case compression(entry: String, method: Int)
        case tooLarge(limit: Int)
        case compressedTooWell(ratio: Int)
        case noExport
    }

    /// Where in the file; nil for faults of an archive as a whole.
    package var place: FilePlace? {
        switch self {
        case .notWXR(let place, _), .declarations(let place), .malformed(let place, _, _), .truncated(let place, _),
            .tooDeep(let place, _), .tagTooLong(let place, _), .tooManyNames(let place, _),
            .unsupportedEncoding(let place, _):
            place
        case .unreadable, .notAnExport, .archive: nil
        }
    }

    /// Whether the whole items before the place can still be taken.
    package var leavesWholeItems: Bool {
        switch self {
        case .malformed, .truncated, .archive(_, .damaged), .archive(_, .cutOff): true
        default: false
        }
    }
}

extension ImportFileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)."
        case .notAnExport(let file, let lookalike): "\(file) is not a WordPress export: \(lookalike.sentence)"
        case .notWXR(let place, let fault): "\(place): this is not a WordPress export: \(fault.sentence)"
        case .declarations(let place):
            "\(place): the document type declares entities or attributes. No WordPress export does, and such "
                + "declarations can be made to exhaust a server, so the file is refused."
        case .malformed(let place, let message, let items):
            "\(place): the XML is broken here: \(message). \(Self.count(items))"
        case .truncated(let place, let items):
            "\(place): the file ends before the export does. \(Self.count(items))"
        case .tooDeep(let place, let limit): "\(place): elements are nested more than \(limit) deep."
        case .tagTooLong(let place, let limit): "\(place): a tag is longer than \(limit) bytes."
        case .tooManyNames(let place, let limit): "\(place): the file has more than \(limit) kinds of elements."
        case .unsupportedEncoding(let place, let name):
            "\(place): the file says it is written in \(name), which is not known here. Convert it to UTF-8 first."
        case .archive(let file, let fault): "\(file): \(fault.sentence)"
        }
    }

    private static func count(_ items: Int) -> String {
        switch items {
        case 0: "No whole item stands before this place."
        case 1: "1 whole item stands before this place."
        default: "\(items) whole items stand before this place."
        }
    }
}

extension ImportFileError.WXRFault {
    package var sentence: String {
        switch self {
        case .rootElement(let name): "its root element is <\(name)>, not <rss>."
        case .noChannel: "it has no <channel>."
        case .noVersion: "no <wp:wxr_version> stands before the first item."
        case .version(let text): "its <wp:wxr_version> is “\(text)”, not a number such as 1.2."
        }
    }
}

extension ImportFileError.ArchiveFault {
    package var sentence: String {
        switch self {
        case .damaged(let what): "the archive is damaged: \(what)."
        case .cutOff: "the compressed data ends too early."
        case .encrypted(let entry): "\(entry) is encrypted. Unpack the archive first."
        case .compression(let entry, let method):
            "\(entry) is compressed by method \(method), which is not known here. Unpack the archive first."
        case .tooLarge(let limit): "it unpacks to more than \(limit) bytes."
        case .compressedTooWell(let ratio):
            "it unpacks to more than \(ratio) times its size, as only a file made to fill a disk does."
        case .noExport: "the archive holds no WordPress export."
        }
    }
}
