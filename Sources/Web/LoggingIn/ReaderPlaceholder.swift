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

        /// Of no text that a person could have written: it is made anew with each start.
        var mark: String { "\(Self.opening)\(rawValue)\u{E001}" }

        static let opening = "\u{E000}\(UInt64.random(in: .min ... .max))-"
    }

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
        let opening = Array(Part.opening.utf8)
        let closing = Array("\u{E001}".utf8)
        var start = 0
        var index = 0
        while index < bytes.count {
            guard bytes[index] == opening[0], bytes[index...].starts(with: opening) else {
                index += 1
                continue
            }
            let name = bytes[(index + opening.count)...].prefix { $0 != closing[0] }
            guard let part = Part(rawValue: String(decoding: name, as: UTF8.self)) else {
                index += 1
                continue
            }
            if start < index { body.append(ByteBuffer(bytes: bytes[start..<index])) }
            body.append(part.hole)
            index = name.endIndex + closing.count
            start = index
        }
        if start < bytes.count { body.append(ByteBuffer(bytes: bytes[start...])) }
        return body
    }
}
