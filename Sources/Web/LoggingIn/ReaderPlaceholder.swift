import Foundation
import Model
import NIOCore
import Pages

/// Stands for whoever is logged in while a page is rendered that all of them get: what is each one's own is a mark in its
/// bytes, and becomes a hole.
struct ReaderPlaceholder: Sendable {
    /// What differs between readers.
    enum Part: String, CaseIterable {
        case provider, name, website, letters, hue, picture

        var hole: Hole { Hole(rawValue) }

        var mark: String { ReaderPlaceholder.mark(rawValue) }
    }

    /// Whether a reader likes a response: what stands in its button.
    struct Like {
        let comment: Int64

        /// What the button sends next.
        var next: String { Self.next + String(comment) }
        /// Whether it is pressed.
        var pressed: String { Self.pressed + String(comment) }

        static let next = "next-"
        static let pressed = "pressed-"
    }

    static func hole(_ name: String) -> Hole {
        let otherwise = name.hasPrefix(Like.next) ? "1" : name.hasPrefix(Like.pressed) ? "false" : ""
        return Hole(name, otherwise: otherwise)
    }

    static func mark(_ name: String) -> String { "\(opening)\(name)\u{E001}" }

    /// Of no text that a person could have written: it is made anew with each start.
    private static let opening = "\u{E000}\(UInt64.random(in: .min ... .max))-"

    let hasPicture: Bool
    let likes: Bool

    func identity(site: Site.ID) -> Identity {
        Identity(
            site: site, provider: Part.provider.mark, issuer: "", subject: "", name: Part.name.mark,
            website: Part.website.mark, picture: hasPicture ? Part.picture.mark : "")
    }

    /// The page with holes where the marks are.
    static func body(_ bytes: [UInt8]) -> PageBody {
        var body = PageBody()
        let opening = Array(Self.opening.utf8)
        let closing = Array("\u{E001}".utf8)
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == opening[0], bytes[index...].starts(with: opening) else {
                index += 1
                continue
            }
            let name = bytes[(index + opening.count)...].prefix { $0 != closing[0] }
            if start < index { body.append(ByteBuffer(bytes: bytes[start..<index])) }
            body.append(hole(String(decoding: name, as: UTF8.self)))
            index = name.endIndex + closing.count
            start = index
        }
        if start < bytes.count { body.append(ByteBuffer(bytes: bytes[start...])) }
        return body
    }
}
