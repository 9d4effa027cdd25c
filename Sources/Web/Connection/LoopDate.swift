import Model
import NIOCore
import Pages
import Synchronization

/// An event loop's date for its answers, made anew once a second.
final class LoopDate {
    private var stamp = DateStamp(second: 0)

    func stamp(at now: Instant) -> DateStamp {
        let second = now.milliseconds.flooredDivision(by: 1000)
        if second != stamp.second { stamp = DateStamp(second: second) }
        return stamp
    }
}

/// The event loops' dates.
final class LoopDates: Sendable {
    private let ofLoop = Mutex<[ObjectIdentifier: NIOLoopBound<LoopDate>]>([:])

    /// That of the loop that calls.
    func date(of loop: any EventLoop) -> LoopDate {
        ofLoop.withLock { dates in
            if let date = dates[ObjectIdentifier(loop)] { return date.value }
            let date = LoopDate()
            dates[ObjectIdentifier(loop)] = NIOLoopBound(date, eventLoop: loop)
            return date
        }
    }
}
