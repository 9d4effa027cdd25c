import Foundation
import Synchronization

/// A real SMTP server (aiosmtpd) on a free port of loopback, which tells each message that it takes.
package final class MailRelay: Sendable {
    /// A message as it came, whole.
    package struct Message: Decodable, Sendable {
        package let from: String
        package let to: [String]
        package let text: String
        /// Whether the talk was under TLS, and under which name.
        package let isSecure: Bool
        package let user: String?

        /// One header, unfolded.
        package func header(_ name: String) -> String? {
            let head = text.components(separatedBy: "\r\n\r\n")[0].replacing("\r\n ", with: " ")
            return head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }
                .map { String($0.dropFirst(name.count + 2)) }
        }

        /// All text, with the transfer encoding undone.
        package var plain: String {
            var bytes: [UInt8] = []
            var rest = Array(text.replacing("=\r\n", with: "").utf8)[...]
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "="), rest.count >= 2,
                    let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
                {
                    bytes.append(value)
                    rest = rest.dropFirst(2)
                } else {
                    bytes.append(byte)
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    package enum Security: String, Sendable { case none, starttls, tls }

    package let port: Int
    /// Each message, in the order in which they were taken on.
    package let messages: AsyncStream<Message>
    private let process: Process

    private struct Fault: Error { let what: String }

    /// - Parameters:
    ///   - certificate: paths of a certificate and its key, for TLS.
    ///   - login: name and password without which nothing is taken.
    ///   - refusing: answers of the server by receiver, such as `["gone@example.org": "550 No such person"]`.
    package init(
        security: Security = .none, certificate: (certificate: String, key: String)? = nil,
        login: (user: String, password: String)? = nil, refusing: [String: String] = [:]
    ) async throws {
        process = Process()
        // Debian's own Python has Debian's packages.
        process.executableURL = URL(filePath: "/usr/bin/python3")
        let refusals = try String(decoding: JSONEncoder().encode(refusing), as: UTF8.self)
        process.arguments = [
            "-c", Self.script, security.rawValue, certificate?.certificate ?? "", certificate?.key ?? "",
            login?.user ?? "", login?.password ?? "", refusals,
        ]
        let output = Pipe()
        process.standardOutput = output
        // It ends when this end closes.
        process.standardInput = Pipe()
        let (lines, toldLine) = AsyncStream.makeStream(of: String.self)
        let rest = Mutex("")
        output.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            guard !data.isEmpty else {
                handle.readabilityHandler = nil
                toldLine.finish()
                return
            }
            let whole = rest.withLock { rest -> [Substring] in
                rest += String(decoding: data, as: UTF8.self)
                var parts = rest.split(separator: "\n", omittingEmptySubsequences: false)
                let last = parts.removeLast()
                defer { rest = String(last) }
                return parts
            }
            for line in whole { toldLine.yield(String(line)) }
        }
        try process.run()
        var iterator = lines.makeAsyncIterator()
        guard let first = await iterator.next(), let port = Int(first) else {
            throw Fault(what: "aiosmtpd did not start; is python3-aiosmtpd installed?")
        }
        self.port = port
        let (messages, took) = AsyncStream.makeStream(of: Message.self)
        self.messages = messages
        Task {
            for await line in lines {
                if let message = try? JSONDecoder().decode(Message.self, from: Data(line.utf8)) { took.yield(message) }
            }
            took.finish()
        }
    }

    deinit { process.terminate() }

    private static let script = """
        import asyncio, json, ssl, sys
        from aiosmtpd.smtp import SMTP, AuthResult

        security, certificate, key, user, password, refusing = sys.argv[1:]
        refusing = json.loads(refusing)

        class Handler:
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address in refusing:
                    return refusing[address]
                envelope.rcpt_tos.append(address)
                return "250 OK"

            async def handle_DATA(self, server, session, envelope):
                print(json.dumps({
                    "from": envelope.mail_from, "to": envelope.rcpt_tos, "text": envelope.content.decode("ascii"),
                    "isSecure": bool(session.ssl) or security == "tls",
                    "user": session.auth_data and session.auth_data.login.decode(),
                }), flush=True)
                return "250 Taken on"

        def check(server, session, envelope, mechanism, data):
            good = data.login == user.encode() and data.password == password.encode()
            return AuthResult(success=good, handled=good, auth_data=data)

        async def main():
            context = None
            if security != "none":
                context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
                context.load_cert_chain(certificate, key)
            needs = bool(user)
            def make():
                return SMTP(
                    Handler(), hostname="localhost", authenticator=check if needs else None, auth_required=needs,
                    auth_require_tls=security == "starttls",
                    tls_context=context if security == "starttls" else None, require_starttls=security == "starttls")
            server = await asyncio.get_running_loop().create_server(
                make, "127.0.0.1", 0, ssl=context if security == "tls" else None)
            print(server.sockets[0].getsockname()[1], flush=True)
            await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)

        asyncio.run(main())
        """
}
