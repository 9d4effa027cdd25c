import EDTF
import Language
import Model
import Store
import Themes

extension StructuredEvent {
    /// Nil where no date can be told without its qualifiers.
    init?(_ event: PostEvent, named name: String) {
        let date = event.gregorian
        let coverage: String
        let (start, end): (String?, String?)
        switch date {
        case .date(let date):
            guard let plain = date.plain else { return nil }
            (coverage, start, end) = (plain, date.isExact ? plain : nil, nil)
        case .interval(let interval):
            (start, end) = (interval.start.date?.plain, interval.end.date?.plain)
            coverage = "\(start ?? "..")/\(end ?? "..")"
        case .set:
            guard let first = date.earliest, let last = date.latest else { return nil }
            (coverage, start, end) = ("\(first)/\(last)", nil, nil)
        }
        let point = event.coordinates
        self.init(
            name: name, coverage: coverage, start: start, end: end, place: event.place.isEmpty ? nil : event.place,
            latitude: point.map { Coordinates.degrees($0.latitude) },
            longitude: point.map { Coordinates.degrees($0.longitude) })
    }
}

extension ChronicleReading {
    func structured(
        _ name: String, url: String, language: Language, location: SiteLocation
    ) -> StructuredChronicle {
        let years = address.place.years.map { [$0.lowerBound, $0.upperBound].map(YearText.text) }
        return StructuredChronicle(
            name: name, url: url, language: language.tag,
            coverage: years.map { $0[0] == $0[1] ? $0[0] : $0.joined(separator: "/") },
            events: events.compactMap { told in
                StructuredEvent(told.event, named: told.post.title).map { ($0, location.absolute(told.post.path)) }
            })
    }
}

extension EDTFDate {
    /// Whether it is a year, a month or a day of which every digit is known.
    fileprivate var isExact: Bool {
        year.number.map { (-9999...9999).contains($0) } ?? false && significantDigits == nil && part == nil
            && !isUnspecified
    }

    /// Without qualifiers, as EDTF's level 0 has it; what is not exact, from its first year to its last.
    fileprivate var plain: String? {
        if isExact, let year = year.number {
            let parts = [month?.number, day?.number].compactMap(\.self).map { $0 < 10 ? "0\($0)" : "\($0)" }
            return ([YearText.text(year)] + parts).joined(separator: "-")
        }
        let (first, last) = (bounds.lowerBound, bounds.upperBound)
        guard first.year >= -9999, last.year <= 9999 else { return nil }
        return "\(first)/\(last)"
    }
}
