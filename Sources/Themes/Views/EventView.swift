/// What a post tells of, as one of many.
package struct EventView: View {
    /// “February 25, 1956”, “about 1450”
    package var date: String
    /// `1956-02-25`, for programs; nil for what HTML has no form.
    package var machine: String?
    /// The year or day that it leads to.
    package var dateURL: SafeURL?
    package var title: String
    package var url: SafeURL
    /// “70 years ago”
    package var ago: String?
    /// Said of a round anniversary.
    package var round: String?
    /// “uncertain”, “approximate”; nil for a date that is known.
    package var doubt: String?
    package var place: String?
    /// Plain text.
    package var summary: String?
    /// Whether it is one of the entries of which the page is a list.
    package var isEntry = true

    package init(
        date: String, machine: String? = nil, dateURL: SafeURL? = nil, title: String, url: SafeURL, ago: String? = nil,
        round: String? = nil, doubt: String? = nil, place: String? = nil, summary: String? = nil
    ) {
        self.date = date
        self.machine = machine
        self.dateURL = dateURL
        self.title = title
        self.url = url
        self.ago = ago
        self.round = round
        self.doubt = doubt
        self.place = place
        self.summary = summary
    }

    package static let fields: [Field<EventView>] = [
        .text("date") { $0.date },
        .optionalText("machine") { $0.machine },
        .optionalURL("dateURL") { $0.dateURL },
        .text("title") { $0.title },
        .url("url") { $0.url },
        .optionalText("ago") { $0.ago },
        .optionalText("round") { $0.round },
        .optionalText("doubt") { $0.doubt },
        .optionalText("place") { $0.place },
        .optionalText("summary") { $0.summary },
        .flag("isEntry") { $0.isEntry },
    ]
}

/// What happened on this day, in short.
package struct OnThisDayView: View {
    package var heading: String
    package var url: SafeURL
    package var events: [EventView]

    package init(heading: String, url: SafeURL, events: [EventView]) {
        self.heading = heading
        self.url = url
        self.events = events.map { event in
            var event = event
            event.isEntry = false
            return event
        }
    }

    package static let fields: [Field<OnThisDayView>] = [
        .text("heading") { $0.heading },
        .url("url") { $0.url },
        .list("events") { $0.events },
    ]
}

/// What a post tells of, on its own page.
package struct EventNoteView: View {
    /// “It tells of”
    package var label: String
    package var date: String
    package var machine: String?
    package var place: String?
    package var doubt: String?
    /// The day of the year and the year, where more is told.
    package var links: [LinkView]

    package init(
        label: String, date: String, machine: String? = nil, place: String? = nil, doubt: String? = nil,
        links: [LinkView] = []
    ) {
        self.label = label
        self.date = date
        self.machine = machine
        self.place = place
        self.doubt = doubt
        self.links = links
    }

    package static let fields: [Field<EventNoteView>] = [
        .text("label") { $0.label },
        .text("date") { $0.date },
        .optionalText("machine") { $0.machine },
        .optionalText("place") { $0.place },
        .optionalText("doubt") { $0.doubt },
        .list("links") { $0.links },
    ]
}
