import Model
package import NIOCore

/// A field of an answer's head.
package typealias HeaderField = (name: String, value: String)

/// A page in one coding: its bytes, its validator, and its answers as they go out.
package final class Representation: Sendable {
    package let coding: ContentCoding
    /// A strong validator with its quotation marks; nil for a page that has none (not status 200).
    package let etag: String?
    /// Length of the body.
    package let bodyCount: Int
    private let full: DatedAnswer
    /// Nil where there is no validator.
    private let notModified: DatedAnswer?

    package var body: ByteBuffer { full.body }
    /// `HTTP/1.1 200 OK` and all fields but the date.
    package var head: ByteBuffer { full.head }

    /// The answer to a GET. A large body comes apart, to be sent behind the other bytes.
    package func answer(_ stamp: DateStamp) -> (bytes: ByteBuffer, body: ByteBuffer?) {
        (full.bytes(stamp), full.apart)
    }

    /// The answer to a HEAD.
    package func headAnswer(_ stamp: DateStamp) -> ByteBuffer {
        var bytes = head
        bytes.writeImmutableBuffer(stamp.line)
        return bytes
    }

    /// An answer of 304; nil where there is no validator.
    package func notModifiedAnswer(_ stamp: DateStamp) -> ByteBuffer? { notModified?.bytes(stamp) }

    /// Memory that this coding takes.
    var byteCount: Int { full.byteCount + (notModified?.byteCount ?? 0) }

    /// `hash` is that of the plain bytes. Every coding is a function of them, so a suffix makes its validator.
    init(coding: ContentCoding, body: ByteBuffer, hash: UInt64, page: RenderedPage, settings: PageSettings) {
        self.coding = coding
        bodyCount = body.readableBytes
        let digits = hash.hexadecimal
        let tag =
            switch coding {
            case .identity: "\"\(digits)\""
            case .gzip: "\"\(digits)-gz\""
            case .brotli: "\"\(digits)-br\""
            }
        etag = page.status == 200 ? tag : nil

        var shared: [HeaderField] = []
        if let etag { shared.append(("etag", etag)) }
        shared.append(("vary", "accept-encoding"))
        if !page.headers.contains(where: { $0.name == "cache-control" }) {
            shared.append(("cache-control", settings.cacheControl))
        }
        shared += page.securityHeaders(settings)
        var full: [HeaderField] = [
            ("content-type", page.contentType), ("content-length", String(body.readableBytes)),
        ]
        if coding != .identity { full.append(("content-encoding", coding.rawValue)) }
        self.full = DatedAnswer(
            head: Self.head(status: page.status, full + page.ownHeaders(settings) + shared), body: body)
        notModified = etag == nil ? nil : DatedAnswer(head: Self.head(status: 304, shared), body: ByteBuffer())
    }

    /// The fields of the whole answer, for who does not send `head` as it is.
    package var fields: [HeaderField] { Self.fields(of: head) }

    /// The fields of a 304.
    package var notModifiedFields: [HeaderField] { notModified.map { Self.fields(of: $0.head) } ?? [] }

    private static func fields(of head: ByteBuffer) -> [HeaderField] {
        String(buffer: head).split(separator: "\r\n").dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), String(line[line.index(colon, offsetBy: 2)...]))
        }
    }

    static func head(status: Int, _ fields: [HeaderField]) -> String {
        var head = "HTTP/1.1 \(status) \(reasonPhrase(status))\r\n"
        for (name, value) in fields where isClean(name) && isClean(value) {
            head += "\(name.lowercased()): \(value)\r\n"
        }
        return head
    }

    /// A line break in a field would start a field, or an answer, of somebody else's making: such a field is left out.
    private static func isClean(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
    }

    private static func reasonPhrase(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 301: "Moved Permanently"
        case 302: "Found"
        case 303: "See Other"
        case 307: "Temporary Redirect"
        case 308: "Permanent Redirect"
        case 404: "Not Found"
        case 410: "Gone"
        default: ""
        }
    }
}
