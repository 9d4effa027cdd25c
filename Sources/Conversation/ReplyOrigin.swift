package import Model

/// Where a response comes from: evidence for whoever judges it, never a reason to refuse it.
package struct ReplyOrigin: Hashable, Sendable {
    package var address: IPAddress?
    /// What the browser calls itself.
    package var agent: String
    /// The page that it says it comes from. Not kept.
    package var referrer: String
    /// Whether it names a browser that would have sent other fields with it.
    package var hasOddHead: Bool
    /// Between the page's loading and the form's sending; nil where no script ran.
    package var seconds: Int?
    /// Whether the field was filled that people do not see.
    package var filledTrap: Bool

    package init(
        address: IPAddress?, agent: String, referrer: String = "", hasOddHead: Bool = false, seconds: Int? = nil,
        filledTrap: Bool = false
    ) {
        self.address = address
        self.hasOddHead = hasOddHead
        self.referrer = String(referrer.prefix(Self.agentLength))
        self.agent = String(agent.prefix(Self.agentLength))
        self.seconds = seconds
        self.filledTrap = filledTrap
    }

    private static let agentLength = 300

    /// `192.0.2.0/24` or `2001:db8:1::/48`: what one sender has, as a rule. Empty where the address is not known.
    package var network: String {
        guard let address else { return "" }
        return address.networkPrefix + (address.bytes.count == 4 ? ".0/24" : "::/48")
    }
}
