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
        // The address within Linux's sockaddr_in and sockaddr_in6.
        let place: Range<Int>
        switch address {
        case .v4: place = 4..<8
        case .v6: place = 8..<24
        case .unixDomainSocket, nil: return nil
        }
        var bytes = address?.withSockAddr { pointer, size in
            Array(UnsafeRawBufferPointer(start: pointer, count: size)[place])
        }
        if let all = bytes, all.count == 16 {
            let mappedV4 = [UInt8](repeating: 0, count: 10) + [0xff, 0xff]
            if all.starts(with: mappedV4) {
                bytes = Array(all.suffix(4))
            } else if all == [UInt8](repeating: 0, count: 15) + [1] {
                return limits.limitsLoopback ? all : nil
            } else {
                bytes = Array(all.prefix(8))
            }
        }
        let isLoopback = bytes?.count == 4 && bytes?.first == 127
        return isLoopback && !limits.limitsLoopback ? nil : bytes
    }
}
