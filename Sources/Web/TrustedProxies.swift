import HTTPTypes
package import Model

/// The reverse proxies whose word about a visitor is taken.
package struct TrustedProxies: Sendable {
    /// Which header fields they set. Only these are read: a proxy passes the other kind on as a visitor wrote it.
    package enum Fields: String, Sendable, CaseIterable {
        /// `X-Forwarded-For`, `-Proto` and `-Host`
        case xForwarded = "x-forwarded"
        /// RFC 7239
        case forwarded
    }

    private let networks: [IPNetwork]
    private let fields: Fields

    package init(networks: [IPNetwork], fields: Fields) {
        self.networks = networks
        self.fields = fields
    }

    /// Whom a request comes from, and how they reached the site.
    struct Visitor: Hashable, Sendable {
        /// Nil where it comes through something that has no address.
        var address: IPAddress?
        /// `http` or `https`, as a trusted proxy told it.
        var scheme: String?
        /// With its port, as a trusted proxy told it.
        var host: String?
    }

    /// The visitor is the right-most address that is no trusted proxy's: all to the right of it was written by trusted
    /// proxies, and whatever stands to the left may be invented.
    ///
    /// - Parameter peer: who is at the other end of the connection.
    func visitor(peer: IPAddress?, _ headers: HTTPFields) -> Visitor {
        guard let peer, isTrusted(peer) else { return Visitor(address: peer) }
        let hops = fields == .forwarded ? forwardedHops(headers) : xForwardedHops(headers)
        var visitor = Visitor(address: peer)
        for hop in hops.reversed() {
            visitor.scheme = hop.scheme ?? visitor.scheme
            visitor.host = hop.host ?? visitor.host
            // `unknown`, `_hidden` or nonsense: nothing to the left of it can be believed either.
            guard let address = hop.address else { break }
            visitor.address = address
            if !isTrusted(address) { break }
        }
        return visitor
    }

    private func isTrusted(_ address: IPAddress) -> Bool { networks.contains { $0.contains(address) } }

    // MARK: The fields

    /// What one proxy tells of whom it was asked by.
    private struct Hop {
        var address: IPAddress?
        var scheme: String?
        var host: String?
    }

    /// Scheme and host are the nearest proxy's word, the last of their lists; they come with its hop.
    private func xForwardedHops(_ headers: HTTPFields) -> [Hop] {
        var hops = list(headers, .xForwardedFor).map { Hop(address: IPAddress($0)) }
        if hops.isEmpty { hops = [Hop()] }
        hops[hops.count - 1].scheme = list(headers, .xForwardedProto).last.flatMap(Self.scheme)
        hops[hops.count - 1].host = list(headers, .xForwardedHost).last.flatMap(Self.host)
        return hops
    }

    private func list(_ headers: HTTPFields, _ name: HTTPField.Name) -> [String] {
        headers[values: name].flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .map { $0.trimmingPrefix(while: \.isWhitespace).split(whereSeparator: \.isWhitespace).joined() }
    }

    private func forwardedHops(_ headers: HTTPFields) -> [Hop] {
        headers[values: .forwarded].flatMap { Self.split($0, at: ",") }.map { element in
            var hop = Hop()
            for pair in Self.split(element, at: ";") {
                guard let equals = pair.firstIndex(of: "=") else { continue }
                let value = Self.unquoted(pair[pair.index(after: equals)...])
                switch pair[..<equals].filter({ !$0.isWhitespace }).lowercased() {
                case "for": hop.address = IPAddress(value)
                case "proto": hop.scheme = Self.scheme(value)
                case "host": hop.host = Self.host(value)
                default: break
                }
            }
            return hop
        }
    }

    /// Parts of a list whose items may be quoted strings.
    private static func split(_ text: some StringProtocol, at separator: Character) -> [String] {
        var parts = [""]
        var isQuoted = false
        var isEscaped = false
        for character in text {
            if character == separator, !isQuoted {
                parts.append("")
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = character == "\\" && isQuoted && !isEscaped
            parts[parts.count - 1].append(character)
        }
        return parts
    }

    private static func unquoted(_ text: some StringProtocol) -> String {
        let text = text.split(whereSeparator: \.isWhitespace).joined()
        guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
        return String(text.dropFirst().dropLast()).replacing("\\", with: "")
    }

    private static func scheme(_ text: String) -> String? {
        let scheme = text.lowercased()
        return scheme == "http" || scheme == "https" ? scheme : nil
    }

    /// A name or address, perhaps with a port.
    private static func host(_ text: String) -> String? {
        text.wholeMatch(of: /[A-Za-z0-9._\-]+(:[0-9]+)?|\[[0-9A-Fa-f:.]+\](:[0-9]+)?/) == nil ? nil : text.lowercased()
    }
}

extension HTTPField.Name {
    static let forwarded = Self("forwarded")!
    static let xForwardedFor = Self("x-forwarded-for")!
    fileprivate static let xForwardedProto = Self("x-forwarded-proto")!
    fileprivate static let xForwardedHost = Self("x-forwarded-host")!
}
