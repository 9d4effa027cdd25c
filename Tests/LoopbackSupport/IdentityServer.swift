import Foundation
import Glibc

/// A real provider of OpenID Connect (oidc-provider-mock) on a free port of loopback. Whoever logs in types the number
/// that they have there.
package final class IdentityServer: Sendable {
    package let port: Int
    private let process: Process

    private struct Fault: Error { let what: String }

    /// As the tests' sites know it: by another host name than theirs, so that coming back crosses sites.
    package var issuer: String { "http://localhost:\(port)" }

    /// - Parameter people: what is said of each, in JSON with a `sub`.
    package init(people: [String]) async throws {
        let port = try Self.freePort()
        self.port = port
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments =
            ["-W", "ignore", "-m", "oidc_provider_mock", "--port", String(port)]
            + people.flatMap { ["--user-claims", $0] }
        let folder = URL(filePath: FileManager.default.currentDirectoryPath).appending(path: ".build/identity-provider")
        process.environment = ["PYTHONPATH": folder.path, "PYTHONUNBUFFERED": "1"]
        let said = Pipe()
        process.standardError = said
        process.standardOutput = FileHandle.nullDevice
        let (running, tell) = AsyncStream.makeStream(of: Bool.self)
        let words = Words()
        said.fileHandleForReading.readabilityHandler = { handle in
            let data = handle.availableData
            if data.isEmpty {
                handle.readabilityHandler = nil
                tell.yield(false)
                tell.finish()
            } else if words.add(data).contains("running on") {
                tell.yield(true)
            }
        }
        try process.run()
        guard await running.first(where: { _ in true }) == true else {
            throw Fault(what: "oidc-provider-mock did not start (scripts/bootstrap test brings it): \(words.text)")
        }
    }

    deinit { kill(process.processIdentifier, SIGKILL) }

    /// Ends it while somebody is on the way to it.
    package func stop() {
        // Asked politely, it would wait for the browser to hang up.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// One that nobody listens on.
    package static func freePort() throws -> Int {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close(socket) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(socket, pointer, size) == 0 && getsockname(socket, pointer, &size) == 0
            }
        }
        guard isBound else { throw Fault(what: "there is no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
