import Foundation
package import Model

/// Infers a blog's time zone from dates that it gave both in local time and in GMT.
package struct TimeZoneInference: Sendable {
    /// Offsets seen, in minutes east of Greenwich, each with a few of the moments at which they held.
    private var samples: [Int: [Instant]] = [:]
    private var count = 0

    package init() {}

    package mutating func add(local: LocalDateTime, gmt: LocalDateTime) {
        let minutes = Int((local.secondsSince1970 - gmt.secondsSince1970) / 60)
        // Real offsets lie within a day; anything else is a slip of the export.
        guard abs(minutes) <= 14 * 60, minutes % 15 == 0 else { return }
        count += 1
        let held = samples[minutes]?.count ?? 0
        if held < 200 { samples[minutes, default: []].append(gmt.asUTC) }
    }

    /// The zone, and how sure it is in words for the report; nil when no date was given in both times.
    package var result: (zone: String, reason: String)? {
        guard !samples.isEmpty else { return nil }
        if let zone = namedZone {
            return (zone, "its clock fits all \(count) dates that the export gives in both times")
        }
        let usual = samples.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }!.key
        let share = samples.count == 1 ? "all" : "most"
        return (Self.offset(minutes: usual), "\(share) of \(count) dates are that far from GMT")
    }

    /// Seconds east of Greenwich, for dates that come without their GMT counterpart; 0 when no date tells.
    package var usualOffset: Int64 {
        Int64(samples.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? 0) * 60
    }

    /// A zone with the changes of its clock that the samples show. One offset alone, all year round, names no place,
    /// so it stays an offset.
    private var namedZone: String? {
        guard samples.count > 1 else { return nil }
        let moments = samples.flatMap { minutes, instants in instants.map { (minutes, $0) } }
        return (Self.wellKnown + TimeZone.knownTimeZoneIdentifiers.sorted()).first { identifier in
            guard let zone = TimeZone(identifier: identifier) else { return false }
            return moments.allSatisfy { minutes, instant in
                let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
                return zone.secondsFromGMT(for: date) == minutes * 60
            }
        }
    }

    /// Where several zones share a clock, the one that most people would name.
    private static let wellKnown = [
        "Europe/London", "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Europe/Rome", "Europe/Moscow",
        "Europe/Helsinki", "Europe/Athens", "Europe/Lisbon", "America/New_York", "America/Chicago", "America/Denver",
        "America/Los_Angeles", "America/Halifax", "America/Sao_Paulo", "America/Mexico_City", "Asia/Jerusalem",
        "Australia/Sydney", "Australia/Adelaide", "Pacific/Auckland",
    ]

    static func offset(minutes: Int) -> String {
        guard minutes != 0 else { return "UTC" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return (minutes < 0 ? "-" : "+") + two(abs(minutes) / 60) + ":" + two(abs(minutes) % 60)
    }
}
