import Model
import NIOCore
import Synchronization

/// `date: Sun, 06 Nov 1994 08:49:37 GMT`, and the empty line that ends a head; written anew once a second on each loop.
final class DateLine {
    private var second = Int64.min
    private var line = ByteBuffer()

    func bytes(at now: Instant) -> ByteBuffer {
        let second = now.milliseconds.flooredDivision(by: 1000)
        if second != self.second {
            self.second = second
            line = ByteBuffer(string: "date: \(Self.text(LocalDateTime(secondsSince1970: second)))\r\n\r\n")
        }
        return line
    }

    /// IMF-fixdate (RFC 9110, section 5.6.7).
    static func text(_ time: LocalDateTime) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let date = "\(days[time.weekday]), \(two(time.day)) \(months[time.month - 1]) \(time.year)"
        return "\(date) \(two(time.hour)):\(two(time.minute)):\(two(time.second)) GMT"
    }
}

/// The event loops' date lines.
final class DateLines: Sendable {
    private let ofLoop = Mutex<[ObjectIdentifier: NIOLoopBound<DateLine>]>([:])

    /// That of the loop that calls.
    func line(of loop: any EventLoop) -> DateLine {
        ofLoop.withLock { lines in
            if let line = lines[ObjectIdentifier(loop)] { return line.value }
            let line = DateLine()
            lines[ObjectIdentifier(loop)] = NIOLoopBound(line, eventLoop: loop)
            return line
        }
    }
}
