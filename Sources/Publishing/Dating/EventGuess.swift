import EDTF
import Language
import Model

/// What a post tells of, as far as its title, its first sentence and its day of publication say.
struct EventGuess: Hashable, Sendable {
    let event: PostEvent

    /// Nil where the title carries no date.
    ///
    /// - Parameters:
    ///   - beginning: the first words of the text.
    ///   - published: what the site's clock read.
    init?(title: String, beginning: String, published: LocalDateTime?) {
        guard let reading = DateReader.read(title) else {
            // A date further on in a text is as likely one of its source.
            guard let sentence = DateReader.readHead(beginning), sentence.confidence >= DateReading.sure,
                sentence.date.dates.first?.precision == .day
            else { return nil }
            event = PostEvent(date: sentence.date, words: sentence.words, origin: .sentence, state: .doubtful)
            return
        }
        if let year = Self.year(of: reading.date) {
            if let day = DateReader.readDay(beginning, of: year) {
                event = PostEvent(date: day, words: reading.words, origin: .sentence, state: .doubtful)
                return
            }
            if reading.confidence < DateReading.sure, let published, published.year != year,
                let day = CalendarDay(year: year, month: published.month, day: published.day)
            {
                event = PostEvent(
                    date: .date(EDTFDate(day)), words: reading.words, origin: .publication, state: .doubtful)
                return
            }
        }
        event = PostEvent(
            date: reading.date, words: reading.words, origin: .title,
            state: reading.confidence >= DateReading.sure ? .certain : .doubtful)
    }

    /// Of a date that is a year and nothing more.
    private static func year(of date: EDTF) -> Int? {
        guard case .date(let date) = date, date.precision == .year, !date.isApproximate, !date.isUncertain else {
            return nil
        }
        return date.year.number
    }
}
