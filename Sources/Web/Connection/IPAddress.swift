package import Model
package import NIOCore

extension IPAddress {
    /// Nil for the address of anything but the internet.
    package init?(_ address: SocketAddress?) {
        // The address within Linux's sockaddr_in and sockaddr_in6.
        let place: Range<Int>
        switch address {
        case .v4: place = 4..<8
        case .v6: place = 8..<24
        case .unixDomainSocket, nil: return nil
        }
        guard
            let all = address?.withSockAddr({ pointer, size in
                Array(UnsafeRawBufferPointer(start: pointer, count: size)[place])
            })
        else { return nil }
        self.init(bytes: all)
    }
}
