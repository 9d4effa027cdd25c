import Foundation

/// The wall clock of a site's time zone: an IANA name, or an offset such as `+05:30`.
package struct SiteClock: Sendable {
    private let zone: TimeZone

    package static let utc = SiteClock(zone: .gmt)

    private init(zone: TimeZone) { self.zone = zone }

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

    /// A site's own; UTC where its zone is not known.
    package init(of site: Site) { self = Self(timeZone: site.timeZone) ?? .utc }

    /// Names that a site may choose from, as the system knows them: `Europe/Berlin`, and `UTC`.
    package static let timeZones: [String] =
        ["UTC"]
        + TimeZone.knownTimeZoneIdentifiers.filter { name in
            name.contains("/") && !["Etc/", "SystemV/", "US/"].contains { name.hasPrefix($0) }
        }.sorted()

    package func reading(at instant: Instant) -> LocalDateTime {
        instant.adding(seconds: offset(at: instant)).utc
    }

    /// The moment at which the clock shows `reading`: the first of two where it is set back; where it is set forward, and
    /// never shows it, the moment as long after the change as the reading is after the hour that is left out.
    package func instant(of reading: LocalDateTime) -> Instant {
        let day: Int64 = 86_400
        let offsets = [reading.asUTC.adding(seconds: -day), reading.asUTC.adding(seconds: day)].map(offset)
        let moments = offsets.map { reading.asUTC.adding(seconds: -$0) }
        return zip(moments, offsets).filter { offset(at: $0) == $1 }.map(\.0).min() ?? moments[0]
    }

    private func offset(at instant: Instant) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)))
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

extension SiteClock {
    /// When its day ends.
    package func nextMidnight(after now: Instant) -> Instant {
        let tomorrow = reading(at: now).nextDay
        return instant(of: LocalDateTime(year: tomorrow.year, month: tomorrow.month, day: tomorrow.day))
    }

    package func nextNewYear(after now: Instant) -> Instant {
        instant(of: LocalDateTime(year: reading(at: now).year + 1, month: 1, day: 1))
    }
}
