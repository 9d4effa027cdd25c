package import Model
package import NIOCore

/// What one connection, and all of them together, may take. The defaults suit a public site.
package struct ConnectionLimits: Sendable {
    /// Bytes of the request line; more is answered 414.
    package var requestLineBytes = 8 * 1024
    /// Bytes of the whole head; more is answered 431.
    package var headBytes = 32 * 1024
    /// Header fields; more is answered 431.
    package var headFields = 100
    /// From a head's first byte to its last; then 408.
    package var headTimeout = TimeAmount.seconds(10)
    /// Between an answer and the next request's first byte; then the connection is closed.
    package var idleTimeout = TimeAmount.seconds(60)
    /// A request's body: this long without judgement, then `bodyBytesPerSecond` on average, or the connection is closed.
    package var bodyGrace = TimeAmount.seconds(20)
    package var bodyBytesPerSecond = 500
    /// A visitor who takes no byte of an answer for this long is let go.
    package var writeTimeout = TimeAmount.seconds(30)
    /// After an answer that ends the connection: how long to wait for the visitor to close, so that it can be read.
    package var lingerTimeout = TimeAmount.seconds(2)
    /// Bytes read ahead of the request that is being answered.
    package var pipelinedBytes = 64 * 1024
    /// Connections from one address (IPv4) or one /64 network (IPv6); more are closed at once.
    package var connectionsPerAddress = 100
    /// Where reverse proxies are: a connection of theirs is many visitors', so they are only counted among all.
    package var proxies = IPNetwork.loopback
    /// Connections in all; more are closed at once.
    package var connections = 10_000

    package init() {}

    /// What a site's settings say; the rest as above.
    package init(
        headBytes: Int, headSeconds: Int, idleSeconds: Int, connections: Int, connectionsPerAddress: Int,
        proxies: [IPNetwork]
    ) {
        self.proxies = proxies
        self.headBytes = headBytes
        requestLineBytes = min(requestLineBytes, headBytes)
        headTimeout = .seconds(Int64(headSeconds))
        idleTimeout = .seconds(Int64(idleSeconds))
        self.connections = connections
        self.connectionsPerAddress = connectionsPerAddress
    }

    /// How often a connection looks at its clocks: often enough that no limit is exceeded by more than a quarter.
    var tick: TimeAmount {
        let shortest = [headTimeout, idleTimeout, bodyGrace, writeTimeout, lingerTimeout].min() ?? idleTimeout
        return .nanoseconds(max(5_000_000, min(shortest.nanoseconds / 4, 5_000_000_000)))
    }
}
