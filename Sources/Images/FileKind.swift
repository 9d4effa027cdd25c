/// What a file is, told from its first bytes. Its name and what a server said of it do not count.
package enum FileKind: String, Codable, Sendable, CaseIterable {
    case jpeg, png, gif, webp, avif, heic, svg
    case mp3, m4a, ogg, wav, flac
    case mp4, webm, quickTime
    case pdf, zip, html
    case unknown

    /// How many bytes `init(bytes:)` looks at, at most.
    package static let headBytes = 1024

    package init(bytes: some Collection<UInt8>) {
        let head = Array(bytes.prefix(Self.headBytes))
        self = Self.signature(head) ?? Self.container(head) ?? Self.markup(head) ?? .unknown
    }

    private static func signature(_ head: [UInt8]) -> FileKind? {
        let signatures: [(bytes: [UInt8], kind: FileKind)] = [
            ([0xFF, 0xD8, 0xFF], .jpeg),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
            (Array("GIF87a".utf8), .gif),
            (Array("GIF89a".utf8), .gif),
            (Array("%PDF-".utf8), .pdf),
            (Array("OggS".utf8), .ogg),
            (Array("fLaC".utf8), .flac),
            (Array("ID3".utf8), .mp3),
            ([0x1A, 0x45, 0xDF, 0xA3], .webm),
            ([0x50, 0x4B, 0x03, 0x04], .zip),
        ]
        if let found = signatures.first(where: { head.starts(with: $0.bytes) }) { return found.kind }
        // A frame of MPEG audio, layer III, with a bit rate and a sampling rate that exist.
        if head.count >= 3, head[0] == 0xFF, head[1] & 0xE6 == 0xE2, head[1] & 0x18 != 0x08, head[2] & 0xF0 != 0xF0,
            head[2] & 0x0C != 0x0C
        {
            return .mp3
        }
        return nil
    }

    /// Formats whose name stands inside: RIFF, and the boxes of ISO media.
    private static func container(_ head: [UInt8]) -> FileKind? {
        guard head.count >= 12 else { return nil }
        if head.starts(with: Array("RIFF".utf8)) {
            switch String(decoding: head[8..<12], as: UTF8.self) {
            case "WEBP": return .webp
            case "WAVE": return .wav
            default: return nil
            }
        }
        guard head[4..<8].elementsEqual(Array("ftyp".utf8)) else { return nil }
        switch String(decoding: head[8..<12], as: UTF8.self) {
        case "avif", "avis": return .avif
        case "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1": return .heic
        case "M4A ", "M4B ": return .m4a
        case "qt  ": return .quickTime
        default: return .mp4
        }
    }

    /// SVG and web pages have no signature, but a first element.
    private static func markup(_ head: [UInt8]) -> FileKind? {
        var text = String(decoding: head, as: UTF8.self)[...]
        if text.first == "\u{FEFF}" { text.removeFirst() }
        while true {
            text = text.drop(while: \.isWhitespace)
            guard text.first == "<" else { return nil }
            let lower = text.lowercased()
            if let rest = skipped(text, lower) {
                text = rest
            } else if lower.hasPrefix("<svg") {
                return .svg
            } else {
                let pages = ["<!doctype html", "<html", "<head", "<body", "<title", "<script", "<meta", "<div", "<p>"]
                return pages.contains(where: lower.hasPrefix) ? .html : nil
            }
        }
    }

    /// The text behind what may come before the first element; nil when nothing of the kind comes first.
    private static func skipped(_ text: Substring, _ lower: String) -> Substring? {
        let ends = [("<?xml", "?>"), ("<!--", "-->"), ("<!doctype svg", ">")]
        guard let end = ends.first(where: { lower.hasPrefix($0.0) })?.1 else { return nil }
        guard let found = text.firstRange(of: end) else { return "" }
        return text[found.upperBound...]
    }
}
