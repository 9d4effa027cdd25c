import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix

/// An address to listen on, and what answers there.
struct Listener: Sendable {
    let host: String
    /// 0 takes a free one.
    let port: Int
    /// Event loops.
    let threads: Int

    /// Serves until a graceful shutdown; requests in flight are finished first.
    /// - Parameter onRunning: gets the port once the server listens.
    /// - Throws: `ListeningFault`
    func run(
        _ responder: some HTTPResponder<WebContext>, _ server: HTTPServerBuilder, logger: Logger,
        onRunning: @escaping @Sendable (Int) -> Void
    ) async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: threads)
        let application = Application(
            responder: responder, server: server,
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { [port] channel in onRunning(channel.localAddress?.port ?? port) },
            eventLoopGroupProvider: .shared(group), logger: logger)
        do {
            try await application.run()
        } catch let error as IOError {
            try? await group.shutdownGracefully()
            throw ListeningFault(host: host, port: port, reason: String(cString: strerror(error.errnoCode)))
        }
        try await group.shutdownGracefully()
    }
}

/// An address that cannot be listened on.
package struct ListeningFault: Error, Sendable {
    package let host: String
    package let port: Int
    /// The system's word for it.
    package let reason: String
}
