import Foundation

/// One HTTP exchange with a program on this machine: a connection of its own, closed after the answer. Foundation's
/// client does not take chromedriver's header lines.
enum LoopbackRequest {
    /// The status and body of the answer. Blocks until it is whole; `path` begins with a slash.
    static func send(_ method: String, port: Int, path: String, body: Data?) throws -> (status: Int, body: Data) {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard connection >= 0 else { throw BrowserError(message: "no socket") }
        defer { close(connection) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(connection, $0, size) == 0 }
        }
        guard isConnected else { throw BrowserError(message: "nothing answers on port \(port)") }
        let head = """
            \(method) \(path) HTTP/1.1\r
            Host: 127.0.0.1:\(port)\r
            Connection: close\r
            Content-Type: application/json\r
            Content-Length: \(body?.count ?? 0)\r
            \r

            """
        try write(Data(head.utf8) + (body ?? Data()), to: connection)
        return try read(from: connection)
    }

    private static func write(_ data: Data, to connection: Int32) throws {
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw BrowserError(message: "the connection broke off") }
            rest = rest.dropFirst(count)
        }
    }

    private static func read(from connection: Int32) throws -> (status: Int, body: Data) {
        var received = Data()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        var expected: Int?
        let blankLine = Data("\r\n\r\n".utf8)
        while expected.map({ received.count < $0 }) ?? true {
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            received.append(contentsOf: buffer[..<count])
            if expected == nil, let end = received.range(of: blankLine) {
                let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                let length = head.firstMatch(of: /(?i)content-length: *(\d+)/).flatMap { Int($0.1) }
                expected = length.map { end.upperBound + $0 }
                if expected == nil { expected = .max }
            }
        }
        guard let end = received.range(of: blankLine),
            let status = Int(String(decoding: received[..<end.lowerBound], as: UTF8.self).split(separator: " ")[1])
        else { throw BrowserError(message: "no whole answer") }
        return (status, received[end.upperBound...])
    }
}
