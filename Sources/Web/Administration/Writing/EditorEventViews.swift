import Administration
import EDTF
import Language
import Model
import Publishing
import Themes

extension EditorEvent {
    init(_ form: EditorForm, _ reading: EditorReading) {
        let language = Language(tag: "en")
        self.init(
            date: form.event.date, end: form.event.end, place: form.event.place, coordinates: form.event.coordinates,
            calendars: PostEvent.Calendar.choices(form.event.calendar))
        do throws(EventInput.Fault) {
            let event = try form.event.event(formerly: reading.event)
            understood = event.flatMap { $0.state == .refused ? nil : $0.understanding(language) }
            warning = event.flatMap { TitleDate.disagreement(title: form.title, $0) }.map { title in
                "The title says \(language.words(title))."
            }
            if let event, event.state == .doubtful { guess = event.origin.words }
        } catch {
            fault = error.sentence
        }
    }
}

extension EditorReading {
    /// The next anniversary of what the post tells of: “February 25, 2027”; nil where it tells of no known day.
    func anniversary(now: Instant) -> String? {
        guard let event, event.isShown, let day = EventSpan(event).day else { return nil }
        let today = SiteClock(of: site).reading(at: now)
        return Anniversary.next(of: day, from: today, by: chronicle.leapDay).map { Language(tag: "en").day($0) }
    }
}

extension PostEvent {
    /// “February 25, 1956; in EDTF 1956-02-25”, and of what is less exact, from which day to which.
    func understanding(_ language: Language) -> String {
        let span = EventSpan(self)
        var words = "\(language.words(self)); in EDTF \(whole)"
        if let first = span.first, let last = span.last, first != last {
            words += "; from \(first) to \(last)"
        } else if let first = span.first, calendar != .gregorian {
            words += "; in our calendar \(first)"
        }
        return words
    }
}

extension PostEvent.Calendar {
    static func choices(_ chosen: Self) -> [AdminChoice] {
        [
            (Self.gregorian, "Gregorian: ours"), (.julian, "Julian: Old Style"),
            (.ladyDay, "Julian, the year beginning on 25 March"),
        ].map { AdminChoice(value: $0.0.rawValue, title: $0.1, isChosen: $0.0 == chosen) }
    }
}

extension PostEvent.Origin {
    /// Of a date that is not certain: from where it was taken.
    var words: String {
        switch self {
        case .writer: "It was given as doubtful."
        case .title: "It was read from the title."
        case .sentence: "It was read from the first sentence."
        case .publication: "The year is the title’s; day and month are those on which the post was published."
        }
    }
}
