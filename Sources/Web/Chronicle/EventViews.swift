import EDTF
import Language
import Model
import Publishing
import Store
import Themes

extension EventView {
    /// - Parameters:
    ///   - date: the words for it where it stands; nil for all of them.
    ///   - today: what the site's clock reads, for how long ago it was; nil where that is not told.
    init(
        _ told: ToldEvent, date: String? = nil, dateURL: SafeURL? = nil, today: LocalDateTime? = nil,
        withSummary: Bool, language: Language
    ) {
        let (post, event) = (told.post, told.event)
        let years = today.flatMap { event.age(on: $0) }
        let messages = language.messages.chronicle
        let title = post.title.isEmpty ? post.path : event.title(of: post.title)
        self.init(
            date: date ?? language.words(event), machine: event.gregorian.htmlText, dateURL: dateURL,
            title: post.isPasswordProtected ? language.messages.protectedTitle(title) : title,
            url: SafeURL(path: post.path),
            ago: years.map(language.ago),
            round: years.map(Anniversary.isRound) == true ? messages.roundAnniversary : nil,
            doubt: language.doubt(about: event), place: event.place.isEmpty ? nil : event.place,
            summary: withSummary && !post.excerpt.isEmpty ? post.excerpt : nil)
    }
}

extension OnThisDayView {
    /// Nil where nothing happened.
    init?(_ reading: OnThisDay?, language: Language) {
        guard let reading, reading.isTold else { return nil }
        self.init(
            heading: reading.days.count == 1
                ? language.messages.chronicle.onDay(language.day(reading.days[0]))
                : language.messages.chronicle.onThisDay,
            url: SafeURL(path: reading.page.path),
            events: reading.events.map { told in
                EventView(
                    told, date: told.event.startYear.map(language.words(ofYear:)), today: reading.today,
                    withSummary: false, language: language)
            })
    }
}

extension EventNoteView {
    /// Nil where readers see none.
    init?(_ event: PostEvent?, folder: String, language: Language) {
        guard let event, event.isShown else { return nil }
        let messages = language.messages.chronicle
        let span = EventSpan(event)
        func link(_ place: ChronicleAddress.Place, _ words: String) -> LinkView {
            LinkView(
                title: messages.more(words), url: SafeURL(path: ChronicleAddress(folder: folder, place).path))
        }
        let years = event.startYear.map { [link(.year($0), language.words(ofYear: $0))] } ?? []
        self.init(
            label: messages.tellsOf, date: language.words(event), machine: event.gregorian.htmlText,
            place: event.place.isEmpty ? nil : event.place, doubt: language.doubt(about: event),
            links: (span.day.map { [link(.day($0), language.day($0))] } ?? []) + years)
    }
}

extension EDTF {
    /// As HTML's `time` takes it: a year of our era, a month of one, or a day; nil for anything else.
    var htmlText: String? {
        guard case .date(let date) = self, let year = date.year.number, (1...9999).contains(year),
            date.significantDigits == nil, date.part == nil
        else { return nil }
        let parts = [date.month, date.day].compactMap(\.self)
        guard parts.allSatisfy(\.isKnown) else { return nil }
        return
            ([String(String(10_000 + year).dropFirst())]
            + parts.compactMap { $0.number.map { String(String(100 + $0).dropFirst()) } })
            .joined(separator: "-")
    }
}
