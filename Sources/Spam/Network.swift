import Model

/// The network of an address: the /24 of IPv4, the /48 of IPv6.
enum Network {
    /// Nil for what is no address.
    static func key(of address: String) -> String? { IPAddress(address)?.networkPrefix }
}
