import Model

extension ChronicleAddress {
    /// What a path means; nil where it is none of the chronicle's.
    ///
    /// - Parameters:
    ///   - path: percent-decoded, a slash at its head.
    ///   - folder: in which the chronicle stands; empty for the root.
    package init?(_ path: String, folder: String) {
        var segments = path.split(separator: "/").map(String.init)[...]
        if !folder.isEmpty {
            guard segments.popFirst() == folder else { return nil }
        }
        guard let form = Self.form(&segments), let place = Place(segments, form) else { return nil }
        self.init(folder: folder, place, form)
    }

    /// Takes what the end of a path says of its form.
    private static func form(_ segments: inout ArraySlice<String>) -> Form? {
        guard let last = segments.last else { return nil }
        for (ending, form) in [(".ics", Form.calendar), (".json", .json)] where last.hasSuffix(ending) {
            segments[segments.endIndex - 1] = String(last.dropLast(ending.count))
            return form
        }
        if last == "feed" {
            segments.removeLast()
            return .feed(.rss)
        }
        guard segments.count > 2 else { return .page(1) }
        switch segments[segments.endIndex - 2] {
        case "feed":
            segments.removeLast(2)
            return Address.FeedFormat(wordPress: last).map(Form.feed)
        case "page":
            guard let page = Int(last), (1...1_000_000).contains(page) else { return nil }
            segments.removeLast(2)
            return .page(page)
        default: return .page(1)
        }
    }
}

extension ChronicleAddress.Place {
    fileprivate init?(_ segments: ArraySlice<String>, _ form: ChronicleAddress.Form) {
        let rest = segments.dropFirst()
        switch (segments.first, rest.count) {
        case ("today", 0): self = .today
        case ("timeline", 0) where form != .calendar && form != .json: self = .timeline
        case ("calendar", 0) where form == .calendar: self = .everyDay
        case ("category", 2...) where form == .calendar && rest.last == "calendar":
            self = .category(slugs: Array(rest.dropLast()))
        case ("on", 1):
            if let day = DayOfYear(rest.first ?? "") {
                self = .day(day)
            } else if let month = Self.number(rest.first ?? ""), (1...12).contains(month), form != .calendar,
                form != .json
            {
                self = .month(month)
            } else {
                return nil
            }
        case ("in", 1) where form != .calendar && form != .json:
            guard let span = Self.span(rest.first ?? "") else { return nil }
            self = span
        default: return nil
        }
    }

    /// `1956`, `44-bc`, `1950s`, `20th-century`, `5th-century-bc`
    private static func span(_ text: String) -> Self? {
        let isBefore = text.hasSuffix("-bc")
        let words = isBefore ? text.dropLast(3) : text[...]
        if words.hasSuffix("-century") {
            return number(words.dropLast(10)).map { .century(isBefore ? -$0 : $0) }
        }
        if words.hasSuffix("s"), !isBefore {
            return words == "0s" ? .decade(0) : number(words.dropLast()).flatMap { $0 % 10 == 0 ? .decade($0) : nil }
        }
        return number(words).map { .year(isBefore ? 1 - $0 : $0) }
    }

    /// A plain number from 1; no year that people tell of has more than six digits.
    private static func number(_ text: some StringProtocol) -> Int? {
        guard (1...6).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text), number > 0
        else { return nil }
        return number
    }
}

extension ChronicleAddress.Place {
    /// The years that it is of; nil for days, months and the whole.
    var years: ClosedRange<Int>? {
        switch self {
        case .year(let year): year...year
        case .decade(let year): max(1, year)...(year + 9)
        case .century(let number) where number > 0: max(1, (number - 1) * 100)...(number * 100 - 1)
        case .century(let number): (number * 100 + 1)...((number + 1) * 100)
        case .day, .month, .today, .timeline, .everyDay, .category: nil
        }
    }

    /// The decade and century that a year is in; before our era there are centuries alone.
    static func decade(of year: Int) -> Self? { year > 0 ? .decade(year / 10 * 10) : nil }

    static func century(of year: Int) -> Self {
        year > 0 ? .century(year / 100 + 1) : .century(-(-year / 100 + 1))
    }
}

extension Chronicle {
    /// Where an address at the root has moved; nil where these pages stand there, or for what is none of theirs.
    func moved(_ path: String) -> ChronicleAddress? {
        guard !prefix.isEmpty, let address = ChronicleAddress(path, folder: "") else { return nil }
        return ChronicleAddress(folder: prefix, address.place, address.form)
    }
}
