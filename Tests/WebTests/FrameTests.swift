import Foundation
import NIOCore
import SiteSupport
import Testing
import Web

@Suite("HTTP/2, frame by frame", .enabled(if: TestCertificate.canBeUsed, Comment(rawValue: TestCertificate.reason)))
struct FrameTests {
    /// A connection on which HTTP/2 has been begun, for frames that no honest visitor sends.
    private func speakFrames(
        _ site: TestSite, _ certificate: TestCertificate, _ body: (inout SiteClient) async throws -> Void
    ) async throws {
        try await SiteClient.connect(
            port: site.port, trusting: certificate.files.certificate, speaking: "h2"
        ) { client in
            try await client.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
            try await client.send(Frame.settings)
            try await body(&client)
        }
    }

    @Test("an HTTP/2 body that hardly comes ends its stream")
    func slowBody() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) {
            $0.limits.bodyGrace = .milliseconds(100)
            $0.limits.bodyBytesPerSecond = 1_000_000
        } _: { site, certificate in
            // Frame by frame, since curl does not tell when its stream is reset. The body never comes.
            try await speakFrames(site, certificate) { client in
                try await client.send(Frame.post("/about/", stream: 1))
                let kinds = try await client.frames(upTo: Frame.reset)
                #expect(!kinds.contains(Frame.headers), "an answer")
            }
        }
    }

    @Test("who asks and takes it back again and again is let go, and others are served")
    func rapidReset() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) { site, certificate in
            try await speakFrames(site, certificate) { client in
                let round = (0..<300).flatMap { number in
                    let stream = UInt16(number * 2 + 1)
                    return Frame.get("/", stream: stream) + Frame.cancel(stream: stream)
                }
                try await client.send(round)
                _ = try await client.frames(upTo: Frame.goAway)
                let isClosed = try await client.isClosedByServer()
                #expect(isClosed)
            }
            let next = try await certificate.curl(["https://localhost:\(site.port)/"])
            #expect(next.text.hasPrefix("HTTP/2 200"))
        }
    }

    @Test("the last bytes of an answer say that they are the last")
    func lastFrame() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) { site, certificate in
            try await speakFrames(site, certificate) { client in
                try await client.send(Frame.get("/about/", stream: 1))
                var frame = try await client.frame()
                while !frame.endsStream { frame = try await client.frame() }
                #expect(frame.kind == Frame.data)
                #expect(frame.length > 0)
                // Nobody answers for this stream any more.
                try await client.send(Frame.head("/about/", stream: 3))
                repeat { frame = try await client.frame() } while frame.stream != 3
                #expect(frame.kind == Frame.headers)
                #expect(frame.endsStream)
            }
        }
    }

    @Test("many requests of one visitor, one after the other on one connection, are all answered")
    func many() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) { site, certificate in
            let answers = try await certificate.curl([
                "--parallel", "--parallel-max", "5", "https://localhost:\(site.port)/about/?number=[1-500]",
            ])
            #expect(answers.code == 0)
            #expect(answers.text.components(separatedBy: "HTTP/2 200").count == 501)
        }
    }

    @Test("a head that is too large is refused over HTTP/2")
    func largeHead() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) { site, certificate in
            let field = "X-Long: " + String(repeating: "x", count: 60_000)
            let answer = try await certificate.curl(["--header", field, "https://localhost:\(site.port)/"])
            #expect(!answer.text.contains("HTTP/2 200"))
            let next = try await certificate.curl(["https://localhost:\(site.port)/"])
            #expect(next.text.hasPrefix("HTTP/2 200"))
        }
    }
}

/// Frames of HTTP/2 (RFC 9113, 4.1), to a site named `localhost`.
private enum Frame {
    static let data: UInt8 = 0
    static let headers: UInt8 = 1
    static let reset: UInt8 = 3
    static let goAway: UInt8 = 7

    static let settings = bytes(kind: 4, flags: 0, stream: 0, [])

    static func get(_ path: String, stream: UInt16) -> [UInt8] {
        // :method GET and :scheme https of HPACK's table; the stream's and the head's end.
        bytes(kind: headers, flags: 5, stream: stream, [0x82, 0x87] + names(path))
    }

    static func head(_ path: String, stream: UInt16) -> [UInt8] {
        bytes(kind: headers, flags: 5, stream: stream, [0x02, 4] + "HEAD".utf8 + [0x87] + names(path))
    }

    /// A body follows.
    static func post(_ path: String, stream: UInt16) -> [UInt8] {
        bytes(kind: headers, flags: 4, stream: stream, [0x83, 0x87] + names(path))
    }

    static func cancel(stream: UInt16) -> [UInt8] { bytes(kind: reset, flags: 0, stream: stream, [0, 0, 0, 8]) }

    private static func names(_ path: String) -> [UInt8] {
        [0x04, UInt8(path.utf8.count)] + path.utf8 + [0x01, 9] + "localhost".utf8
    }

    private static func bytes(kind: UInt8, flags: UInt8, stream: UInt16, _ content: [UInt8]) -> [UInt8] {
        [0, 0, UInt8(content.count), kind, flags, 0, 0, UInt8(stream >> 8), UInt8(stream & 0xff)] + content
    }
}

extension SiteClient {
    /// What the server sent next, but for its content.
    fileprivate mutating func frame() async throws -> (kind: UInt8, endsStream: Bool, stream: UInt8, length: Int) {
        let head = try await take(9)
        let length = Int(head[1]) << 8 | Int(head[2])
        _ = try await take(length)
        let mayEnd = head[3] == Frame.data || head[3] == Frame.headers
        return (head[3], mayEnd && head[4] & 1 == 1, head[8], length)
    }

    /// Reads frames up to one of a kind, and gives the kinds of all.
    fileprivate mutating func frames(upTo kind: UInt8) async throws -> [UInt8] {
        var kinds: [UInt8] = []
        while kinds.last != kind { kinds.append(try await frame().kind) }
        return kinds
    }
}
