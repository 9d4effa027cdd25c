package import Model

/// Where what posts tell of is found: days, months, years, the timeline. All stand at the root, or in the folder that the
/// site's `Chronicle` names.
package struct ChronicleAddress: Hashable, Sendable {
    /// Empty for the root.
    package var folder: String
    package var place: Place
    package var form: Form

    package enum Place: Hashable, Sendable {
        /// A day over all years.
        case day(DayOfYear)
        case month(Int)
        /// With a year 0, as EDTF counts.
        case year(Int)
        /// By its first year.
        case decade(Int)
        /// By its number, below 0 before our era.
        case century(Int)
        case today
        case timeline
        /// Every event that has a day, for calendar programs.
        case everyDay
        /// The same of one category, from the outermost inward.
        case category(slugs: [String])
    }

    package enum Form: Hashable, Sendable {
        case page(Int)
        case feed(Address.FeedFormat)
        /// For calendar programs.
        case calendar
        /// For all others.
        case json
    }

    package init(folder: String, _ place: Place, _ form: Form = .page(1)) {
        self.folder = folder
        self.place = place
        self.form = form
    }

    /// The same place in another form.
    package func with(_ form: Form) -> ChronicleAddress { ChronicleAddress(folder: folder, place, form) }

    package var path: String {
        let root = (folder.isEmpty ? "/" : "/\(folder.percentEncodedSegment)/") + place.segments
        switch form {
        case .page(let page): return root + "/" + (page > 1 ? "page/\(page)/" : "")
        case .feed(let format): return root + "/feed/" + (format == .rss ? "" : "\(format.rawValue)/")
        case .calendar: return root + ".ics"
        case .json: return root + ".json"
        }
    }
}

extension ChronicleAddress.Place {
    /// What is of it alone in a path, without slashes at its ends.
    fileprivate var segments: String {
        switch self {
        case .day(let day): "on/\(day.text)"
        case .month(let month): "on/\(month < 10 ? "0" : "")\(month)"
        case .year(let year): "in/" + (year > 0 ? "\(year)" : "\(1 - year)-bc")
        case .decade(let year): "in/\(year)s"
        case .century(let number):
            "in/\(number.magnitude)\(Self.ordinalEnding(Int(number.magnitude)))-century\(number < 0 ? "-bc" : "")"
        case .today: "today"
        case .timeline: "timeline"
        case .everyDay: "calendar"
        case .category(let slugs): "category/" + slugs.map { $0.percentEncodedSegment + "/" }.joined() + "calendar"
        }
    }

    /// “st” of 21st: addresses are English in every language.
    private static func ordinalEnding(_ number: Int) -> String {
        switch (number % 10, number % 100) {
        case (_, 11...13): "th"
        case (1, _): "st"
        case (2, _): "nd"
        case (3, _): "rd"
        default: "th"
        }
    }
}
