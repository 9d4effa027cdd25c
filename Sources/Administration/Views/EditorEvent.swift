package import Themes

/// When and where that happened of which a post tells, as its writer puts it.
package struct EditorEvent: View {
    /// As it was typed.
    package var date: String
    package var end: String
    package var place: String
    package var coordinates: String
    package var calendars: [AdminChoice]
    /// What it means.
    package var understood: String?
    /// What is wrong with it.
    package var fault: String?
    /// Where it disagrees with the title.
    package var warning: String?
    /// From where it was taken, where nobody has said yet that it is right.
    package var guess: String?

    package init(date: String, end: String, place: String, coordinates: String, calendars: [AdminChoice]) {
        self.date = date
        self.end = end
        self.place = place
        self.coordinates = coordinates
        self.calendars = calendars
    }

    package static let fields: [Field<EditorEvent>] = [
        .text("date") { $0.date },
        .text("end") { $0.end },
        .text("place") { $0.place },
        .text("coordinates") { $0.coordinates },
        .list("calendars") { $0.calendars },
        .optionalText("understood") { $0.understood },
        .optionalText("fault") { $0.fault },
        .optionalText("warning") { $0.warning },
        .optionalText("guess") { $0.guess },
    ]
}
