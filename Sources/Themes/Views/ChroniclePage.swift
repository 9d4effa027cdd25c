/// A day over all years, a month, a year, a decade, a century, or the timeline.
package struct ChroniclePage: PageView {
    package var heading: String
    /// “12 events”
    package var count: String?
    package var sections: [ChronicleSection]
    /// Over `others`.
    package var othersHeading: String
    /// Those whose day another calendar called otherwise.
    package var others: [EventView]
    /// Of the timeline.
    package var centuries: [LinkView]
    package var centuriesLabel: String
    /// Neighbours, and what it is a part of.
    package var links: [LinkView]
    package var pagination: ChroniclePagination?
    /// For calendar programs.
    package var calendar: LinkView?
    /// Said where nothing is told.
    package var nothing: String?

    package init(
        heading: String, count: String?, sections: [ChronicleSection], othersHeading: String = "",
        others: [EventView] = [], centuries: [LinkView] = [], centuriesLabel: String = "", links: [LinkView] = [],
        pagination: ChroniclePagination? = nil, calendar: LinkView? = nil, nothing: String? = nil
    ) {
        self.heading = heading
        self.count = count
        self.sections = sections
        self.othersHeading = othersHeading
        self.others = others
        self.centuries = centuries
        self.centuriesLabel = centuriesLabel
        self.links = links
        self.pagination = pagination
        self.calendar = calendar
        self.nothing = nothing
    }

    package static let template = "chronicle"

    package static let fields: [Field<ChroniclePage>] = [
        .text("heading") { $0.heading },
        .optionalText("count") { $0.count },
        .list("sections") { $0.sections },
        .text("othersHeading") { $0.othersHeading },
        .list("others") { $0.others },
        .flag("hasOthers") { !$0.others.isEmpty },
        .list("centuries") { $0.centuries },
        .text("centuriesLabel") { $0.centuriesLabel },
        .flag("hasCenturies") { !$0.centuries.isEmpty },
        .list("links") { $0.links },
        .flag("hasLinks") { !$0.links.isEmpty },
        .optionalRecord("pagination") { $0.pagination },
        .optionalRecord("calendar") { $0.calendar },
        .optionalText("nothing") { $0.nothing },
    ]
}

/// Events under a heading: a century of the timeline, a day of a month.
package struct ChronicleSection: View {
    /// nil where the page's own heading is enough.
    package var heading: LinkView?
    /// `century-20`, where something leads to it.
    package var id: String?
    package var groups: [ChronicleGroup]

    package init(heading: LinkView? = nil, id: String? = nil, groups: [ChronicleGroup]) {
        self.heading = heading
        self.id = id
        self.groups = groups
    }

    package static let fields: [Field<ChronicleSection>] = [
        .optionalRecord("heading") { $0.heading },
        .optionalText("id") { $0.id },
        .list("groups") { $0.groups },
    ]
}

/// A part of a section: a decade.
package struct ChronicleGroup: View {
    package var heading: LinkView?
    package var events: [EventView]

    package init(heading: LinkView? = nil, events: [EventView]) {
        self.heading = heading
        self.events = events
    }

    package static let fields: [Field<ChronicleGroup>] = [
        .optionalRecord("heading") { $0.heading },
        .list("events") { $0.events },
    ]
}

/// The way through an order of time.
package struct ChroniclePagination: View {
    package var earlier: LinkView?
    package var later: LinkView?
    /// “Page 2 of 7”
    package var position: String

    package init(earlier: LinkView? = nil, later: LinkView? = nil, position: String) {
        self.earlier = earlier
        self.later = later
        self.position = position
    }

    package static let fields: [Field<ChroniclePagination>] = [
        .optionalRecord("earlier") { $0.earlier },
        .optionalRecord("later") { $0.later },
        .text("position") { $0.position },
    ]
}
