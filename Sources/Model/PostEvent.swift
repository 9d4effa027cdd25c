package import EDTF

/// What a post tells of: when it happened, and where. It is no matter of the day on which the post was published.
package struct PostEvent: Hashable, Sendable {
    /// As it was written under `calendar`; its beginning, where there is an end.
    package var date: EDTF
    package var end: EDTF?
    package var calendar: Calendar
    /// Its name; empty where none is given.
    package var place: String
    package var coordinates: Coordinates?
    /// The words from which the date was read; empty where it was given as EDTF.
    package var words: String
    package var origin: Origin
    package var state: State

    package init(
        date: EDTF, end: EDTF? = nil, calendar: Calendar = .gregorian, place: String = "",
        coordinates: Coordinates? = nil, words: String = "", origin: Origin = .writer, state: State = .certain
    ) {
        self.date = date
        self.end = end
        self.calendar = calendar
        self.place = place
        self.coordinates = coordinates
        self.words = words
        self.origin = origin
        self.state = state
    }

    package enum Calendar: String, Hashable, Sendable, CaseIterable {
        case gregorian
        case julian
        /// Julian, with years that begin on 25 March, as in England until 1751.
        case ladyDay = "lady-day"
    }

    /// Where the date comes from.
    package enum Origin: String, Hashable, Sendable, CaseIterable {
        /// Somebody who may write here, or another program for them.
        case writer
        case title
        /// The year from the title, day and month from the first sentence.
        case sentence
        /// The year from the title, day and month from the day of publication.
        case publication
    }

    package enum State: String, Hashable, Sendable, CaseIterable {
        case certain
        /// It was guessed, and waits for somebody's word. Readers do not see it.
        case doubtful
        /// Somebody said that it is wrong; it is kept so that nobody guesses it again.
        case refused
    }

    /// Whether readers see it.
    package var isShown: Bool { state == .certain }

    /// From beginning to end, where it has one; else its date.
    package var whole: EDTF {
        guard let end, let last = end.dates.last, let first = date.dates.first else { return date }
        return .interval(EDTFInterval(start: .date(first), end: .date(last)))
    }
}

/// A point on the earth.
package struct Coordinates: Hashable, Sendable {
    /// In millionths of a degree: north, and east.
    package let latitude: Int
    package let longitude: Int

    /// Nil for what lies on no earth.
    package init?(latitude: Int, longitude: Int) {
        guard abs(latitude) <= 90_000_000, abs(longitude) <= 180_000_000 else { return nil }
        (self.latitude, self.longitude) = (latitude, longitude)
    }

    /// `55.7558, 37.6173`, in degrees; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isWhitespace })
        guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
            abs(latitude) <= 90, abs(longitude) <= 180
        else { return nil }
        self.init(
            latitude: Int((latitude * 1_000_000).rounded()), longitude: Int((longitude * 1_000_000).rounded()))
    }

    /// `55.7558, 37.6173`
    package var text: String { "\(Self.degrees(latitude)), \(Self.degrees(longitude))" }

    /// In degrees, without noughts at the end.
    package static func degrees(_ millionths: Int) -> String {
        let (whole, rest) = Int(millionths.magnitude).quotientAndRemainder(dividingBy: 1_000_000)
        var fraction = String(String(rest + 1_000_000).dropFirst())
        while fraction.last == "0" { fraction.removeLast() }
        return (millionths < 0 ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
