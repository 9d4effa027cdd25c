import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Pages
import ServiceLifecycle

/// The whole HTTP side: the front that answers hits, and the routes behind it.
package struct SiteServer: Service {
    private let services: SiteServices
    private let front: FrontSettings
    private let host: String
    private let port: Int
    private let certificate: LiveCertificate?
    private let onRunning: @Sendable (Int) -> Void

    /// The address cannot be listened on; `reason` is the system's word for it.
    package struct ListeningFault: Error, Sendable {
        package let reason: String
    }

    /// - Parameters:
    ///   - port: 0 takes a free one.
    ///   - certificate: nil for a server without encryption of its own.
    ///   - onRunning: gets the port once the server listens.
    package init(
        _ services: SiteServices, front: FrontSettings, host: String, port: Int, certificate: LiveCertificate? = nil,
        onRunning: @escaping @Sendable (Int) -> Void
    ) {
        self.services = services
        self.front = front
        self.host = host
        self.port = port
        self.certificate = certificate
        self.onRunning = onRunning
    }

    /// Serves until a graceful shutdown; requests in flight are finished first.
    package func run() async throws {
        // Half of the cores: one loop answers some 60,000 posts a second, and the others render, compress and ask the
        // database. With a loop for each of two cores, threads in each other's way made hits slower by a tenth
        // (identity) to a third (gzip).
        let group = MultiThreadedEventLoopGroup(numberOfThreads: max(1, System.coreCount / 2))
        let application = Application(
            router: routes(services, hosts: front.hosts),
            server: certificate.map { .secureFront(services.pages, front, certificate: $0) }
                ?? .front(services.pages, front),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { [onRunning, port] channel in onRunning(channel.localAddress?.port ?? port) },
            eventLoopGroupProvider: .shared(group),
            logger: services.logger)
        do {
            try await application.run()
        } catch let error as IOError {
            try? await group.shutdownGracefully()
            throw ListeningFault(reason: error.reason)
        }
        try await group.shutdownGracefully()
    }
}

extension IOError {
    fileprivate var reason: String { String(cString: strerror(errnoCode)) }
}
