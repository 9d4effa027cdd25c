package import NIOCore

/// A field of an answer's head.
package typealias HeaderField = (name: String, value: String)

/// A page in one coding: its bytes, its validator, and its heads as they go out.
package struct Representation: Sendable {
    package let coding: ContentCoding
    package let body: ByteBuffer
    /// A strong validator with its quotation marks; nil for a page that has none (not status 200).
    package let etag: String?
    /// `HTTP/1.1 200 OK` and all fields but the date. What follows is `date: …`, then an empty line.
    package let head: ByteBuffer
    /// The same for an answer of 304; nil where there is no validator.
    package let notModifiedHead: ByteBuffer?

    /// Memory that this coding takes.
    var byteCount: Int { body.readableBytes + head.readableBytes + (notModifiedHead?.readableBytes ?? 0) }

    /// `hash` is that of the plain bytes. Every coding is a function of them, so a suffix makes its validator.
    init(coding: ContentCoding, body: ByteBuffer, hash: UInt64, page: RenderedPage, settings: PageSettings) {
        self.coding = coding
        self.body = body
        let digits = String(hash, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        let tag =
            switch coding {
            case .identity: "\"\(padded)\""
            case .gzip: "\"\(padded)-gz\""
            case .brotli: "\"\(padded)-br\""
            }
        etag = page.status == 200 ? tag : nil

        var shared: [HeaderField] = []
        if let etag { shared.append(("etag", etag)) }
        shared.append(("vary", "accept-encoding"))
        if !page.headers.contains(where: { $0.name == "cache-control" }) {
            shared.append(("cache-control", settings.cacheControl))
        }
        shared += settings.securityHeaders
        var full: [HeaderField] = [
            ("content-type", page.contentType), ("content-length", String(body.readableBytes)),
        ]
        if coding != .identity { full.append(("content-encoding", coding.rawValue)) }
        head = Self.head(status: page.status, full + page.headers + shared)
        notModifiedHead = etag == nil ? nil : Self.head(status: 304, shared)
    }

    /// The fields of the whole answer, for who does not send `head` as it is.
    package var fields: [HeaderField] { Self.fields(of: head) }

    /// The fields of a 304.
    package var notModifiedFields: [HeaderField] { notModifiedHead.map(Self.fields) ?? [] }

    private static func fields(of head: ByteBuffer) -> [HeaderField] {
        String(buffer: head).split(separator: "\r\n").dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]), String(line[line.index(colon, offsetBy: 2)...]))
        }
    }

    private static func head(status: Int, _ fields: [HeaderField]) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeString("HTTP/1.1 \(status) \(reasonPhrase(status))\r\n")
        for (name, value) in fields where isClean(name) && isClean(value) {
            buffer.writeString("\(name.lowercased()): \(value)\r\n")
        }
        return buffer
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
