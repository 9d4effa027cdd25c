import Glibc

/// An address of IPv4 or IPv6. An IPv4 address that is written as IPv6 (`::ffff:192.0.2.1`) is the same as without.
package struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// 4 or 16.
    package let bytes: [UInt8]

    /// - Parameter bytes: 4 or 16 of them, as they stand in a socket's address.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes.starts(with: Self.mappedV4) ? Array(bytes.suffix(4)) : Array(bytes)
    }

    /// - Parameter text: `192.0.2.1`, `2001:db8::1`, `[2001:db8::1]`, or one of these with a port behind it.
    package init?(_ text: some StringProtocol) {
        var text = text[...]
        if text.hasPrefix("[") {
            guard let end = text.firstIndex(of: "]") else { return nil }
            text = text[text.index(after: text.startIndex)..<end]
        } else if text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") {
            text = text[..<colon]
        }
        // The name of an interface (`fe80::1%eth0`) is no part of an address that comes from elsewhere.
        guard !text.contains("%") else { return nil }
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, String(text), &four) == 1 {
            self.init(bytes: withUnsafeBytes(of: four) { Array($0) })
        } else if inet_pton(AF_INET6, String(text), &six) == 1 {
            self.init(bytes: withUnsafeBytes(of: six) { Array($0) })
        } else {
            return nil
        }
    }

    private static let mappedV4 = [UInt8](repeating: 0, count: 10) + [0xff, 0xff]

    /// What stands for one visitor: an IPv6 network of 64 bits is one household's, as a rule.
    package var visitor: [UInt8] { bytes.count == 4 ? bytes : Array(bytes.prefix(8)) }

    /// `192.0.2` or `2001:db8:1`: the /24 or /48, which one sender has, as a rule.
    package var networkPrefix: String { written(bytes.count == 4 ? 3 : 6) }

    package var description: String { written(bytes.count) }

    /// The first of its bytes: an even number of them in IPv6.
    private func written(_ count: Int) -> String {
        if bytes.count == 4 { return bytes.prefix(count).map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
        return groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
}

/// A network: `10.0.0.0/8`, `2001:db8::/32`, or one address alone.
package struct IPNetwork: Hashable, Sendable {
    private let bytes: [UInt8]
    private let bits: Int

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = IPAddress(parts[0]) else { return nil }
        bytes = address.bytes
        guard parts.count == 2 else {
            bits = bytes.count * 8
            return
        }
        guard let length = Int(parts[1]), (0...bytes.count * 8).contains(length) else { return nil }
        bits = length
    }

    package func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == bytes.count else { return false }
        let whole = bits / 8
        guard address.bytes.prefix(whole).elementsEqual(bytes.prefix(whole)) else { return false }
        let rest = bits % 8
        return rest == 0 || (address.bytes[whole] ^ bytes[whole]) >> (8 - rest) == 0
    }

    /// This machine.
    package static let loopback = ["127.0.0.0/8", "::1"].compactMap(IPNetwork.init)
}
