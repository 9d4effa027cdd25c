import Model
package import NIOCore

/// The date of an answer and the empty line that ends its head: the same bytes for a whole second.
package struct DateStamp: Sendable {
    /// Since 1970.
    package let second: Int64
    /// `date: Sun, 06 Nov 1994 08:49:37 GMT`, and two line ends.
    package let line: ByteBuffer

    package init(second: Int64) {
        self.second = second
        line = ByteBuffer(string: "date: \(Self.text(LocalDateTime(secondsSince1970: second)))\r\n\r\n")
    }

    /// IMF-fixdate (RFC 9110, section 5.6.7); always as long.
    static func text(_ time: LocalDateTime) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let date = "\(days[time.weekday]), \(two(time.day)) \(months[time.month - 1]) \(time.year)"
        return "\(date) \(two(time.hour)):\(two(time.minute)):\(two(time.second)) GMT"
    }
}
