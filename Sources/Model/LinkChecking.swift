/// Whether and how the addresses that a site names are asked whether they still answer.
package struct LinkChecking: Hashable, Sendable {
    /// Off until the owner says so: a server asks no other by itself.
    package var isOn: Bool
    /// Each address is asked once in so many days.
    package var intervalDays: Int
    /// Between two questions to one host.
    package var pauseSeconds: Int

    package static let intervals = 7...365
    package static let pauses = 10...3600

    package init(isOn: Bool = false, intervalDays: Int = 30, pauseSeconds: Int = 10) {
        self.isOn = isOn
        self.intervalDays = intervalDays
        self.pauseSeconds = pauseSeconds
    }
}
