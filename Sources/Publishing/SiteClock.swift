import Foundation
package import Model

/// The wall clock of a site's time zone: an IANA name, or an offset such as `+05:30`.
package struct SiteClock: Sendable {
    private let zone: TimeZone

    /// Nil for a name that is no time zone.
    package init?(timeZone name: String) {
        if name == "UTC" {
            zone = .gmt
        } else if let seconds = Self.offset(name), let fixed = TimeZone(secondsFromGMT: seconds) {
            zone = fixed
        } else if TimeZone.knownTimeZoneIdentifiers.contains(name), let named = TimeZone(identifier: name) {
            zone = named
        } else {
            return nil
        }
    }

    package func reading(at instant: Instant) -> LocalDateTime {
        let seconds = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
        return instant.adding(seconds: Int64(seconds)).utc
    }

    /// Seconds of `+05:30` or `-05:00`.
    private static func offset(_ name: String) -> Int? {
        guard let sign = name.first, sign == "+" || sign == "-" else { return nil }
        let fields = name.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard fields.count == 2, fields.allSatisfy({ $0.utf8.count == 2 }), let hours = Int(fields[0]),
            let minutes = Int(fields[1]), (0...14).contains(hours), (0..<60).contains(minutes)
        else { return nil }
        return (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
    }
}
