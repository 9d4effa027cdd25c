package import EDTF
import Language
package import Model

/// What a title says of when something happened.
package enum TitleDate {
    /// The title's date, where it is certain and another than the event's; nil where both may be true.
    package static func disagreement(title: String, _ event: PostEvent) -> EDTF? {
        guard event.isShown, let reading = DateReader.read(title), reading.confidence >= DateReading.sure else {
            return nil
        }
        let written = [event.whole, event.gregorian]
        return written.contains { $0.overlaps(reading.date) } ? nil : reading.date
    }
}

extension EDTF {
    /// Whether some day may be meant by both.
    fileprivate func overlaps(_ other: EDTF) -> Bool {
        let startsInTime = other.latest.map { last in earliest.map { $0 <= last } ?? true } ?? true
        let endsInTime = other.earliest.map { first in latest.map { $0 >= first } ?? true } ?? true
        return startsInTime && endsInTime
    }
}
