/// What a file is, told from its first bytes; its name says nothing.
package enum ExportFormat: Hashable, Sendable {
    case wxr
    case zip
    case gzip
    case other(Lookalike)

    /// How many bytes `detect` wants to see.
    package static let sampleSize = 64 << 10

    package static func detect(_ sample: [UInt8]) -> ExportFormat {
        if sample.isEmpty { return .other(.empty) }
        if sample.starts(with: [0x50, 0x4B, 3, 4]) || sample.starts(with: [0x50, 0x4B, 5, 6]) { return .zip }
        if sample.starts(with: [0x1F, 0x8B]) { return .gzip }
        let isWide = sample.starts(with: [0xFF, 0xFE]) || sample.starts(with: [0xFE, 0xFF])
        let text = text(of: isWide ? sample.dropFirst(2).filter { $0 != 0 } : sample)
        guard let first = text.first else { return .other(.empty) }
        switch first {
        case UInt8(ascii: "<"): return markup(text)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let words = String(decoding: text, as: UTF8.self)
            return .other(words.contains("\"db\"") || words.contains("\"mobiledoc\"") ? .ghost : .json)
        default:
            let controls = text.prefix(4096).count { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
            return .other(controls > 0 ? .binary : .text)
        }
    }

    /// Without byte order marks and blanks at its head, where control characters count as blanks.
    private static func text(of sample: some Collection<UInt8>) -> ArraySlice<UInt8> {
        var text = Array(sample)[...]
        while true {
            if text.starts(with: [0xEF, 0xBB, 0xBF]) {
                text = text.dropFirst(3)
            } else if let first = text.first, [0x20, 0x09, 0x0A, 0x0D].contains(first) {
                text = text.dropFirst()
            } else {
                return text
            }
        }
    }

    private static func markup(_ text: ArraySlice<UInt8>) -> ExportFormat {
        guard let root = rootElement(text) else { return .wxr }
        switch root.lowercased() {
        case "rss": return .wxr
        case "html", "head", "body", "!doctype html": return .other(.htmlPage)
        case "disqus": return .other(.disqus)
        case "feed", "atom:feed", "ns0:feed":
            let isBlogger = String(decoding: text, as: UTF8.self).contains("blogger")
            return .other(isBlogger ? .blogger : .atom)
        default: return .other(.xml(root: root))
        }
    }

    /// The name of the first tag after declarations and comments; nil if the sample ends before, or if the document type
    /// has declarations, which the reader refuses with their place.
    private static func rootElement(_ text: ArraySlice<UInt8>) -> String? {
        var rest = text
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            let close: [UInt8]
            if rest.starts(with: "<!--".utf8) {
                close = Array("-->".utf8)
            } else if rest.starts(with: "<?".utf8) {
                close = Array("?>".utf8)
            } else if rest.starts(with: "<!".utf8) {
                let declaration = String(decoding: rest.prefix(14), as: UTF8.self).lowercased()
                if declaration == "<!doctype html" { return "!doctype html" }
                guard let end = rest.firstIndex(of: UInt8(ascii: ">")), !rest[..<end].contains(UInt8(ascii: "["))
                else { return nil }
                close = [UInt8(ascii: ">")]
            } else {
                let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
                return String(decoding: name.prefix(60), as: UTF8.self)
            }
            guard let end = rest.indices.first(where: { rest[$0...].starts(with: close) }) else { return nil }
            rest = rest[(end + close.count)...]
        }
        return nil
    }
}

/// What a file that is no WordPress export seems to be.
package enum Lookalike: Hashable, Sendable {
    case empty, htmlPage, ghost, json, disqus, blogger, atom, text, binary
    case xml(root: String)

    package var sentence: String {
        switch self {
        case .empty: "it is empty."
        case .htmlPage: "it is an HTML page, perhaps an error or a login page that was saved in its place."
        case .ghost: "it looks like Ghost's JSON."
        case .json: "it is JSON."
        case .disqus: "it is Disqus's XML."
        case .blogger: "it is Blogger's Atom feed."
        case .atom: "it is an Atom feed."
        case .text: "it is plain text."
        case .binary: "it is no text at all."
        case .xml(let root): "it is XML whose root element is <\(root)>, not <rss>."
        }
    }
}
