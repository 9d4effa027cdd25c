package import Language
package import Model

/// A moment of the site's wall clock, for readers and for machines.
package struct DateView: View {
    /// “February 25, 2012”
    package var day: String
    /// “15:04”
    package var time: String
    /// `2012-02-25T15:04:05+01:00`
    package var machine: String

    /// - Parameters:
    ///   - local: what the site's clock read.
    ///   - instant: the same moment; the offset from UTC that is printed is the difference of the two.
    package init(_ local: LocalDateTime, at instant: Instant, in language: Language) {
        day = language.day(local)
        time = language.time(local)
        machine = local.iso8601(at: instant)
    }

    package static let fields: [Field<DateView>] = [
        .text("day") { $0.day },
        .text("time") { $0.time },
        .text("machine") { $0.machine },
    ]
}

extension LocalDateTime {
    /// This reading with its offset from UTC (`2012-02-25T15:04:05+01:00`), to the minute.
    package func iso8601(at instant: Instant) -> String {
        let seconds = secondsSince1970 - instant.milliseconds.flooredDivision(by: 1000)
        // An export may hold a local date and a UTC date that do not belong together; no clock is off by a day.
        let minutes = seconds.magnitude < 86_400 ? Int((Double(seconds) / 60).rounded()) : 0
        let sign = minutes < 0 ? "-" : "+"
        let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
        return iso8601 + sign + (hours < 10 ? "0" : "") + String(hours) + (rest < 10 ? ":0" : ":") + String(rest)
    }
}
