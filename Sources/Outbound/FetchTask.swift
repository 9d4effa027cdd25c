/// What `thaw-fetch` is asked to do; its one argument, in JSON.
package struct FetchTask: Codable, Sendable {
    package let url: String
    /// A new file.
    package let file: String
    /// In bytes.
    package let limit: Int
    package let rules: TransferRules
}

/// Where a transfer may go, and how long it may take.
package struct TransferRules: Codable, Sendable {
    package let allowed: [String]
    package let connectSeconds: Int
    package let totalSeconds: Int
    package let slowSeconds: Int

    init(_ settings: OutboundSettings) {
        allowed = settings.allowed
        connectSeconds = settings.connectSeconds
        totalSeconds = settings.totalSeconds
        slowSeconds = settings.slowSeconds
    }
}

/// What `thaw-fetch` answers, in JSON.
package struct FetchAnswer: Codable, Sendable {
    /// Nil when the file is there.
    package let fault: FetchFault?

    package init(fault: FetchFault?) { self.fault = fault }
}
