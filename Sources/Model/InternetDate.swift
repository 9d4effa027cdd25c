extension Instant {
    /// `Sat, 25 Feb 2012 15:04:05 +0000`, the form of RFC 822 that RSS asks for, with four digits for the year.
    package var rfc822: String { "\(internetDate) +0000" }

    /// `Sat, 25 Feb 2012 15:04:05 GMT`, IMF-fixdate (RFC 9110, section 5.6.7); always as long.
    package var httpDate: String { "\(internetDate) GMT" }

    private var internetDate: String {
        let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let date = utc
        let text = date.text
        let day = "\(weekdays[date.weekday]), \(text.dropFirst(8).prefix(2)) \(months[date.month - 1])"
        return "\(day) \(text.prefix(4)) \(text.suffix(8))"
    }
}
