import Model
import NIOCore
import Synchronization

/// How many connections are open, in all and from each address.
final class ConnectionCounts: Sendable {
    private struct Counts {
        var all = 0
        var ofNetwork: [[UInt8]: Int] = [:]
    }

    private let counts = Mutex(Counts())
    private let limits: ConnectionLimits

    init(limits: ConnectionLimits) { self.limits = limits }

    var all: Int { counts.withLock { $0.all } }

    /// Takes a place for a connection; false when there is none. Who got one gives it back with `leave`.
    func enter(_ address: SocketAddress?) -> Bool {
        let network = network(of: address)
        return counts.withLock { counts in
            guard counts.all < limits.connections else { return false }
            if let network {
                guard counts.ofNetwork[network, default: 0] < limits.connectionsPerAddress else { return false }
                counts.ofNetwork[network, default: 0] += 1
            }
            counts.all += 1
            return true
        }
    }

    func leave(_ address: SocketAddress?) {
        let network = network(of: address)
        counts.withLock { counts in
            counts.all -= 1
            guard let network, let count = counts.ofNetwork[network] else { return }
            counts.ofNetwork[network] = count > 1 ? count - 1 : nil
        }
    }

    /// The bytes that stand for one visitor; nil for a visitor who is not counted alone.
    private func network(of address: SocketAddress?) -> [UInt8]? {
        guard let address = IPAddress(address), !limits.proxies.contains(where: { $0.contains(address) }) else {
            return nil
        }
        return address.visitor
    }
}
