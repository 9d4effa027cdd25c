import NIOCore
import NIOPosix

/// A visitor who writes bytes and reads answers, over a real socket.
struct TestClient: ~Copyable {
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var bytes = ByteBuffer()

    struct Answer: Equatable {
        var status: Int
        var head: String
        var body: String

        func field(_ name: String) -> String? {
            head.split(separator: "\r\n").lazy
                .first { $0.lowercased().hasPrefix(name + ": ") }
                .map { String($0.dropFirst(name.count + 2)) }
        }
    }

    static func connect<Result: Sendable>(
        to server: TestServer, receiveBuffer: Int? = nil,
        _ body: (inout TestClient) async throws -> Result
    ) async throws -> Result {
        var bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
        if let receiveBuffer {
            bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: SocketOptionValue(receiveBuffer))
        }
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: server.port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                    wrappingChannelSynchronously: channel,
                    configuration: .init(isOutboundHalfClosureEnabled: true))
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            var client = TestClient(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            return try await body(&client)
        }
    }

    func send(_ text: String) async throws { try await outbound.write(ByteBuffer(string: text)) }

    /// Sends no more, but still reads.
    func endSending() { outbound.finish() }

    /// A whole answer; nil when the server closes first. `hasBody` is false for HEAD.
    mutating func answer(hasBody: Bool = true) async throws -> Answer? {
        while true {
            let text = bytes.readableBytesView
            if let end = Self.endOfHead(text) {
                let head = String(decoding: text[text.startIndex..<end], as: UTF8.self)
                let status = head.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
                var answer = Answer(status: status, head: head, body: "")
                bytes.moveReaderIndex(forwardBy: end - text.startIndex)
                let length = answer.field("content-length").flatMap { Int($0) } ?? 0
                guard hasBody, status != 304 else { return answer }
                while bytes.readableBytes < length {
                    guard try await readMore() else { return nil }
                }
                answer.body = bytes.readString(length: length) ?? ""
                return answer
            }
            guard try await readMore() else { return nil }
        }
    }

    /// Reads until the server closes.
    mutating func readToEnd() async throws -> String {
        while try await readMore() {}
        return bytes.readString(length: bytes.readableBytes) ?? ""
    }

    private mutating func readMore() async throws -> Bool {
        guard var more = try await inbound.next(isolation: #isolation) else { return false }
        bytes.writeBuffer(&more)
        return true
    }

    private static func endOfHead(_ bytes: ByteBufferView) -> Int? {
        var index = bytes.startIndex + 3
        while index < bytes.endIndex {
            if bytes[index] == 0x0a, bytes[index - 2] == 0x0a { return index + 1 }
            index += 1
        }
        return nil
    }
}

func get(_ target: String, _ fields: String...) -> String {
    "GET \(target) HTTP/1.1\r\nHost: blog.example\r\n" + fields.map { $0 + "\r\n" }.joined() + "\r\n"
}
