import Foundation
import Glibc
import Synchronization

/// A server on loopback that answers what a test says, byte for byte: a well-behaved one, or a hostile one.
package final class LoopbackServer: Sendable {
    package struct Answer: Sendable {
        var bytes: [UInt8]
        /// Leaves the connection open without another word.
        var holds = false

        /// - Parameter bytes: the whole answer, head included.
        package init(bytes: [UInt8], holds: Bool = false) {
            self.bytes = bytes
            self.holds = holds
        }

        package init(_ status: Int = 200, body: [UInt8] = [], _ fields: String...) {
            let head =
                ["HTTP/1.1 \(status) Word", "Content-Length: \(body.count)", "Connection: close"] + fields + ["", ""]
            bytes = Array(head.joined(separator: "\r\n").utf8) + body
        }
    }

    /// What was asked.
    package struct Request: Sendable {
        package let path: String
        /// Everything before the empty line.
        package let head: String
        package let body: String
        /// How often the path has been asked for, this time included.
        package let times: Int
    }

    package let port: Int
    private let listener: Int32
    private let answer: @Sendable (Request) -> Answer
    private let state = Mutex(State())

    private struct State {
        var paths: [String] = []
        var heads: [String] = []
        var held: [Int32] = []
    }

    private struct Fault: Error {}

    /// - Parameter answer: gets the path, and how often it has been asked for, this time included.
    package convenience init(_ answer: @escaping @Sendable (_ path: String, _ times: Int) -> Answer) throws {
        try self.init(answering: { answer($0.path, $0.times) })
    }

    package init(answering answer: @escaping @Sendable (Request) -> Answer) throws {
        self.answer = answer
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, size) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, pointer, &size) == 0
            }
        }
        guard isListening else { throw Fault() }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0, let self else { break }
                serve(client)
            }
            close(listener)
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        for client in state.withLock({ $0.held }) { close(client) }
    }

    /// What was asked for, in order.
    package var paths: [String] { state.withLock { $0.paths } }

    /// The heads of all requests.
    package var heads: [String] { state.withLock { $0.heads } }

    package func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    private func serve(_ client: Int32) {
        var head = ""
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !head.contains("\r\n\r\n") {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else {
                close(client)
                return
            }
            head += String(decoding: buffer[..<count], as: UTF8.self)
        }
        let end = head.firstRange(of: "\r\n\r\n")?.upperBound ?? head.endIndex
        var body = Array(head[end...].utf8)
        let length =
            head[..<end].split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.drop { $0 != " " }.dropFirst()) } ?? 0
        while body.count < length {
            let count = recv(client, &buffer, buffer.count, 0)
            if count <= 0 { break }
            body += buffer[..<count]
        }
        let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        let times = state.withLock { state in
            state.heads.append(head)
            state.paths.append(path)
            return state.paths.count { $0 == path }
        }
        let answer = answer(
            Request(path: path, head: String(head[..<end]), body: String(decoding: body, as: UTF8.self), times: times))
        var sent = 0
        while sent < answer.bytes.count {
            // Whoever hangs up must not end the test's process.
            let count = answer.bytes[sent...].withUnsafeBytes {
                send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { break }
            sent += count
        }
        if answer.holds { state.withLock { $0.held.append(client) } } else { close(client) }
    }
}
