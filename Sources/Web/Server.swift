import Hummingbird
import HummingbirdCore
import Logging
package import NIOCore
import Pages
package import ServiceLifecycle

/// The whole HTTP side: the front that answers hits, and the routes behind it.
///
/// - Parameter onRunning: gets the channel that listens, once it does.
package func server(
    _ services: SiteServices, front: FrontSettings, host: String, port: Int, eventLoopGroup: any EventLoopGroup,
    onRunning: @escaping @Sendable (any Channel) async -> Void
) -> some Service {
    Application(
        router: routes(services),
        server: .front(services.pages, front),
        configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
        onServerRunning: onRunning,
        eventLoopGroupProvider: .shared(eventLoopGroup),
        logger: services.logger)
}
