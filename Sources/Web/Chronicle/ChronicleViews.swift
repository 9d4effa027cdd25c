import EDTF
import Language
import Model
import Store
import Themes

extension ChroniclePage {
    init(_ reading: ChronicleReading, language: Language) {
        let messages = language.messages.chronicle
        let address = reading.address
        func url(page: Int) -> SafeURL { SafeURL(path: address.with(.page(page)).path) }
        self.init(
            heading: reading.heading(language),
            count: reading.total == 0 ? nil : language.say(messages.events, reading.total),
            sections: reading.sections(language), othersHeading: messages.otherCalendar,
            others: reading.others.map {
                EventView($0, today: reading.today, withSummary: true, language: language)
            },
            centuries: reading.centuries.map { century in
                LinkView(
                    title: language.words(ofCentury: century.number).capitalizedStart
                        + " (\(language.number(century.count)))",
                    url: SafeURL(
                        path: address.with(.page(century.page)).path + "#" + ChronicleReading.id(century.number)))
            }, centuriesLabel: messages.centuries, links: reading.links(language),
            pagination: reading.pages < 2
                ? nil
                : ChroniclePagination(
                    earlier: reading.page > 1
                        ? LinkView(title: messages.earlier, url: url(page: reading.page - 1)) : nil,
                    later: reading.page < reading.pages
                        ? LinkView(title: messages.later, url: url(page: reading.page + 1)) : nil,
                    position: language.messages.pageOf(
                        language.number(reading.page), language.number(reading.pages))),
            calendar: reading.days.isEmpty
                ? nil : LinkView(title: messages.calendar, url: SafeURL(path: address.with(.calendar).path)),
            nothing: reading.total == 0 ? messages.nothingYet : nil)
    }
}

extension PageHead {
    init(_ reading: ChronicleReading, site: Site, language: Language, location: SiteLocation, look: Look) {
        let heading = reading.heading(language)
        let address = reading.canonical
        let url = location.absolute(address.path)
        let position =
            reading.page > 1
            ? " – " + language.messages.pageOf(language.number(reading.page), language.number(reading.pages)) : ""
        self.init(
            title: "\(heading) – \(site.title)\(position)", canonical: SafeURL(url),
            openGraph: [
                OpenGraphProperty(property: "og:type", content: "website"),
                OpenGraphProperty(property: "og:title", content: heading),
                OpenGraphProperty(property: "og:url", content: url),
                OpenGraphProperty(property: "og:site_name", content: site.title),
            ],
            structuredData: reading.structured(heading, url: url, language: language, location: location).json,
            isHidden: reading.total == 0,
            previous: reading.page > 1 ? SafeURL(path: address.with(.page(reading.page - 1)).path) : nil,
            next: reading.page < reading.pages ? SafeURL(path: address.with(.page(reading.page + 1)).path) : nil,
            feeds: FeedLink.links(called: language.messages.postsFeed(heading)) {
                .chronicle(reading.address.with(.feed($0)))
            }, chronicleStyle: look.chronicleStyle)
    }
}

extension ChronicleReading {
    /// Of today, the day that it is.
    var canonical: ChronicleAddress {
        guard address.place == .today, days.count == 1 else { return address }
        return ChronicleAddress(folder: address.folder, .day(days[0]), address.form)
    }

    func heading(_ language: Language) -> String {
        address.place == .today
            ? language.messages.chronicle.onDay(language.day(DayOfYear(today))) : address.place.heading(language)
    }

    /// `century-20`, `century-1-bc`
    fileprivate static func id(_ century: Int) -> String {
        "century-\(century.magnitude)" + (century < 0 ? "-bc" : "")
    }

    fileprivate func links(_ language: Language) -> [LinkView] {
        let messages = language.messages.chronicle
        func link(_ place: ChronicleAddress.Place?, _ words: String? = nil) -> LinkView? {
            guard let place, place != address.place, let title = words ?? language.words(place) else { return nil }
            return LinkView(
                title: title.capitalizedStart, url: SafeURL(path: ChronicleAddress(folder: address.folder, place).path))
        }
        let above: [LinkView?] =
            switch address.place {
            case .day(let day): [link(.month(day.month)), link(.today, messages.today)]
            case .today: [link(days.first.map { .month($0.month) })]
            case .year(let year): [link(.decade(of: year)), link(.century(of: year))]
            case .decade(let year): [link(.century(of: year))]
            default: [link(.today, messages.onThisDay)]
            }
        return
            ([link(earlier?.place).map { $0.pointing("←") }] + above
            + [link(.timeline, messages.timeline), link(later?.place).map { $0.pointing("→", atEnd: true) }])
            .compactMap(\.self)
    }

    fileprivate func sections(_ language: Language) -> [ChronicleSection] {
        func url(_ place: ChronicleAddress.Place) -> SafeURL {
            SafeURL(path: ChronicleAddress(folder: address.folder, place).path)
        }
        func heading(_ place: ChronicleAddress.Place) -> LinkView? {
            language.words(place).map { LinkView(title: $0.capitalizedStart, url: url(place)) }
        }
        if events.isEmpty { return [] }
        switch address.place {
        case .day, .today:
            let views = events.map { told in
                let year = told.event.startYear
                return EventView(
                    told, date: year.map(language.words(ofYear:)), dateURL: year.map { url(.year($0)) }, today: today,
                    withSummary: true, language: language)
            }
            return [ChronicleSection(groups: [ChronicleGroup(events: views)])]
        case .month:
            return runs(by: { EventSpan($0.event).day }).map { day, events in
                ChronicleSection(
                    heading: day.flatMap { heading(.day($0)) },
                    groups: [
                        ChronicleGroup(
                            events: events.map { told in
                                EventView(
                                    told, date: told.event.startYear.map(language.words(ofYear:)), today: today,
                                    withSummary: false, language: language)
                            })
                    ])
            }
        case .year:
            return [ChronicleSection(groups: [ChronicleGroup(events: dated(events, withSummary: true, language))])]
        case .decade:
            return runs(by: { $0.event.startYear }).map { year, events in
                ChronicleSection(
                    heading: year.flatMap { heading(.year($0)) },
                    groups: [ChronicleGroup(events: dated(events, withSummary: false, language))])
            }
        case .century:
            return decades(of: events, heading: heading, language).map { decade in
                ChronicleSection(heading: decade.heading, groups: [ChronicleGroup(events: decade.events)])
            }
        default:
            return runs(by: { $0.event.place { .century(of: $0) } }).map { century, events in
                var id: String?
                if case .century(let number)? = century { id = Self.id(number) }
                return ChronicleSection(
                    heading: century.flatMap(heading), id: id, groups: decades(of: events, heading: heading, language))
            }
        }
    }

    private func decades(
        of events: [ToldEvent], heading: (ChronicleAddress.Place) -> LinkView?, _ language: Language
    ) -> [ChronicleGroup] {
        Self.runs(events) { $0.event.place { .decade(of: $0) } }.map { decade, events in
            ChronicleGroup(heading: decade.flatMap(heading), events: dated(events, withSummary: false, language))
        }
    }

    /// With their whole dates, each leading to its day.
    private func dated(_ events: [ToldEvent], withSummary: Bool, _ language: Language) -> [EventView] {
        events.map { told in
            EventView(
                told,
                dateURL: EventSpan(told.event).day.map {
                    SafeURL(path: ChronicleAddress(folder: address.folder, .day($0)).path)
                }, withSummary: withSummary, language: language)
        }
    }

    private func runs<Key: Equatable>(by key: (ToldEvent) -> Key?) -> [(Key?, [ToldEvent])] {
        Self.runs(events, by: key)
    }

    /// Neighbours with the same key, together.
    private static func runs<Key: Equatable>(
        _ events: [ToldEvent], by key: (ToldEvent) -> Key?
    ) -> [(Key?, [ToldEvent])] {
        var runs: [(Key?, [ToldEvent])] = []
        for told in events {
            let own = key(told)
            if let last = runs.last, last.0 == own {
                runs[runs.count - 1].1.append(told)
            } else {
                runs.append((own, [told]))
            }
        }
        return runs
    }
}

extension ChronicleAddress.Place {
    func heading(_ language: Language) -> String {
        let messages = language.messages.chronicle
        return switch self {
        case .day(let day): messages.onDay(language.day(day))
        case .month(let month): messages.inMonth(language.month(month))
        case .timeline: messages.timeline
        case .today, .everyDay, .category: messages.onThisDay
        case .year, .decade, .century: language.words(self)?.capitalizedStart ?? ""
        }
    }
}

extension PostEvent {
    /// In what its year is, or in which it began; nil for what may have been before or after it.
    fileprivate func place(_ of: (Int) -> ChronicleAddress.Place?) -> ChronicleAddress.Place? {
        let span = EventSpan(self)
        guard let place = (span.first?.year).flatMap(of) else { return nil }
        return span.isLasting || (span.last?.year).flatMap(of) == place ? place : nil
    }
}

extension Language {
    /// Nil for what has a message of its own.
    fileprivate func words(_ place: ChronicleAddress.Place) -> String? {
        switch place {
        case .day(let day): self.day(day)
        case .month(let month): self.month(month)
        case .year(let year): words(ofYear: year)
        case .decade(let year): words(ofDecade: year)
        case .century(let number): words(ofCentury: number)
        case .today, .timeline, .everyDay, .category: nil
        }
    }
}

extension LinkView {
    /// With an arrow that says in which direction of time it leads.
    fileprivate func pointing(_ arrow: String, atEnd: Bool = false) -> LinkView {
        LinkView(title: atEnd ? "\(title) \(arrow)" : "\(arrow) \(title)", url: url)
    }
}

extension String {
    fileprivate var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
