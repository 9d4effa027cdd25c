import Model
package import Subscriptions

extension DayLinks {
    /// To the pages of the chronicle.
    package static let chronicle = DayLinks(
        today: { ChronicleAddress(folder: $0.prefix, .today).path },
        day: { ChronicleAddress(folder: $1.prefix, .day($0)).path })
}
