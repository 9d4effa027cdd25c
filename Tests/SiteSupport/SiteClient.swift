import NIOCore
import NIOPosix
import NIOSSL

/// A visitor on one connection, who decides about each byte that is sent.
package struct SiteClient: ~Copyable {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var bytes = ByteBuffer()

    /// The server closed before its answer was whole.
    package struct CutOff: Error {
        package let received: Int
    }

    /// - Parameters:
    ///   - receiveBuffer: bytes that the system takes ahead of a visitor who does not read.
    ///   - certificate: the one that the visitor trusts, PEM; nil for an unencrypted connection.
    ///   - language: the protocol that they offer to speak under encryption.
    package static func connect<Result: Sendable>(
        port: Int, receiveBuffer: Int? = nil, trusting certificate: String? = nil,
        speaking language: String = "http/1.1",
        _ body: (inout SiteClient) async throws -> Result
    ) async throws -> Result {
        var bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        if let receiveBuffer {
            bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: SocketOptionValue(receiveBuffer))
        }
        let encryption = try certificate.map { certificate in
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMFile(certificate))
            configuration.applicationProtocols = [language]
            return try NIOSSLContext(configuration: configuration)
        }
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                if let encryption {
                    let handler = try NIOSSLClientHandler(context: encryption, serverHostname: "localhost")
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
                return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            var client = SiteClient(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            return try await body(&client)
        }
    }

    package func send(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

    package func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    package mutating func request(
        _ method: String, _ target: String, _ fields: [String] = [], body: String? = nil
    ) async throws -> Answer {
        try await request(method, target, fields, bytes: body.map { Array($0.utf8) })
    }

    package mutating func request(
        _ method: String, _ target: String, _ fields: [String], bytes: [UInt8]?
    ) async throws -> Answer {
        var fields = fields
        if !fields.contains(where: { $0.lowercased().hasPrefix("host:") }) { fields.insert("Host: localhost", at: 0) }
        if let bytes { fields.append("Content-Length: \(bytes.count)") }
        let head = "\(method) \(target) HTTP/1.1\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n"
        try await send(Array(head.utf8) + (bytes ?? []))
        return try await answer(hasBody: method != "HEAD")
    }

    /// Reads one answer.
    package mutating func answer(hasBody: Bool = true) async throws -> Answer {
        let head = try await answerHead()
        guard hasBody, head.status != 304, head.status != 204 else { return head }
        if head.field("transfer-encoding") == "chunked" {
            return Answer(status: head.status, fields: head.fields, body: try await chunks())
        }
        let length = head.field("content-length").flatMap { Int($0) } ?? 0
        return Answer(status: head.status, fields: head.fields, body: try await take(length))
    }

    /// Reads an answer up to its empty line.
    package mutating func answerHead() async throws -> Answer {
        var lines: [String] = []
        while true {
            let line = try await line()
            if line.isEmpty { break }
            lines.append(line)
        }
        let status = lines.first.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
        let fields = lines.dropFirst().map { line in
            let name = line.prefix { $0 != ":" }
            return (name: String(name), value: line.dropFirst(name.count + 1).drop { $0 == " " }.description)
        }
        return Answer(status: status, fields: fields, body: [])
    }

    /// Whether the server closes and sends nothing more.
    package mutating func isClosedByServer() async throws -> Bool {
        if bytes.readableBytes > 0 { return false }
        return try await !readMore()
    }

    private mutating func chunks() async throws -> [UInt8] {
        var body: [UInt8] = []
        while let size = Int(try await line(), radix: 16), size > 0 {
            body += try await take(size)
            _ = try await line()
        }
        _ = try await line()
        return body
    }

    private mutating func line() async throws -> String {
        while true {
            if let end = bytes.readableBytesView.firstIndex(of: 0x0a) {
                let line = bytes.readString(length: end - bytes.readerIndex + 1) ?? ""
                return line.trimmingSuffix { $0.isNewline }
            }
            guard try await readMore() else { throw CutOff(received: bytes.readableBytes) }
        }
    }

    /// Reads this many bytes of a body.
    package mutating func take(_ length: Int) async throws -> [UInt8] {
        while bytes.readableBytes < length {
            guard try await readMore() else { throw CutOff(received: bytes.readableBytes) }
        }
        return bytes.readBytes(length: length) ?? []
    }

    private mutating func readMore() async throws -> Bool {
        guard var more = try await inbound.next(isolation: #isolation) else { return false }
        bytes.discardReadBytes()
        bytes.writeBuffer(&more)
        return true
    }
}

extension String {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return String(text)
    }
}
