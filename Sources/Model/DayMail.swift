/// When a day's events are told by mail.
extension Chronicle {
    package static let mailHours = 0...23

    /// The moment at which those of a day are told: also where the clock is set forward over that hour, or shows it twice.
    package func mailTime(on day: LocalDateTime, _ clock: SiteClock) -> Instant {
        clock.instant(of: LocalDateTime(year: day.year, month: day.month, day: day.day, hour: mailHour))
    }

    /// The next such moment, of today or tomorrow.
    package func nextMail(after now: Instant, on clock: SiteClock) -> Instant {
        let today = clock.reading(at: now)
        let moment = mailTime(on: today, clock)
        return moment > now ? moment : mailTime(on: today.nextDay, clock)
    }
}

extension LocalDateTime {
    /// The same reading a day later.
    package var nextDay: LocalDateTime { LocalDateTime(secondsSince1970: secondsSince1970 + 86_400) }
}
