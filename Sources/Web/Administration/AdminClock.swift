import Language
import Model
import Publishing

/// Moments as the administration writes them, on the site's own clock.
struct AdminClock: Sendable {
    private let clock: SiteClock
    private let language = Language(tag: "en")

    init(_ site: Site) { clock = SiteClock(of: site) }

    func text(_ instant: Instant) -> String {
        let local = clock.reading(at: instant)
        return "\(language.day(local)), \(language.time(local))"
    }
}
