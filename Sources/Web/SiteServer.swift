import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle

/// The whole HTTP side: the front that answers hits, and the routes behind it.
package struct SiteServer: Service {
    private let services: SiteServices
    private let front: FrontSettings
    private let listener: Listener
    private let certificate: LiveCertificate?
    private let onRunning: @Sendable (Int) -> Void

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
        // Half of the cores: one loop answers some 60,000 posts a second, and the others render, compress and ask the
        // database. With a loop for each of two cores, threads in each other's way made hits slower by a tenth
        // (identity) to a third (gzip).
        listener = Listener(host: host, port: port, threads: max(1, System.coreCount / 2))
        self.certificate = certificate
        self.onRunning = onRunning
    }

    /// Serves until a graceful shutdown; requests in flight are finished first.
    /// - Throws: `ListeningFault`
    package func run() async throws {
        try await listener.run(
            routes(services, hosts: front.hosts).buildResponder(),
            certificate.map { .secureFront(services.pages, front, certificate: $0) } ?? .front(services.pages, front),
            logger: services.logger, onRunning: onRunning)
    }
}
