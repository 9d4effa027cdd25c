import HTTPTypes
import Hummingbird
import HummingbirdCore
import Pages
import ServiceLifecycle

/// A second, unencrypted listener for who asks by http: sends everyone on to the same path under https, and answers who
/// certifies the site.
package struct RedirectServer: Service {
    private let services: SiteServices
    private let front: FrontSettings
    private let listener: Listener
    private let onRunning: @Sendable (Int) -> Void

    /// - Parameters:
    ///   - front: whose limits hold here as well, with counts of their own.
    ///   - onRunning: gets the port once the server listens.
    package init(
        _ services: SiteServices, front: FrontSettings, host: String, port: Int,
        onRunning: @escaping @Sendable (Int) -> Void
    ) {
        self.services = services
        self.front = front
        listener = Listener(host: host, port: port, threads: 1)
        self.onRunning = onRunning
    }

    package func run() async throws {
        let challenge = services.challenges.map(ShowChallenge.init)
        let responder = CallbackResponder<WebContext> { request, _ in
            let response = challenge?.answer(to: request) ?? redirect(request)
            services.metrics.countAnswer(status: response.status.code)
            return response
        }
        // The front keeps the clocks and limits; there are no pages for it to find.
        let nothing = PageStore(settings: PageSettings(byteLimit: 0))
        try await listener.run(responder, .front(nothing, front), logger: services.logger, onRunning: onRunning)
    }

    private func redirect(_ request: Request) -> Response {
        // `*` and a whole address instead of a path are no request of a browser's.
        let path = request.uri.path.hasPrefix("/") ? request.uri.path : "/"
        let query = request.uri.query.map { "?\($0)" } ?? ""
        // A form that was sent here is to be sent again, not asked for.
        let status: HTTPResponse.Status =
            request.method == .get || request.method == .head ? .movedPermanently : .permanentRedirect
        return Response(
            status: status,
            headers: [.location: services.location.absolute(path + query), .contentLength: "0"])
    }
}
