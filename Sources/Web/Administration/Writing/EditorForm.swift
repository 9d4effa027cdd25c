import Model
import Publishing

/// What a writer sent of a post: all that the editor shows, so that it can be shown again.
struct EditorForm: Sendable {
    var title = ""
    var source = ""
    var excerpt = ""
    var slug = ""
    /// `draft`, `pending`, `private` or `published`.
    var standing = "draft"
    /// As the browser writes it; empty for now.
    var date = ""
    var password = ""
    var isSticky = false
    var commentsOpen = true
    var categories: [String] = []
    var newCategories = ""
    var tags = ""
    var picture = ""
    var parent = ""
    /// What it tells of.
    var event = EventInput()
    /// Whether what was guessed is right.
    var acceptsEvent = false
    var version = 0
    var serial = 0

    init() {}

    init(_ fields: FormFields) {
        title = fields.first("title")
        // Browsers send every line end as two characters.
        source = fields.first("source").replacing("\r\n", with: "\n")
        excerpt = fields.first("excerpt").replacing("\r\n", with: "\n")
        slug = fields.first("slug")
        standing = fields.first("standing")
        date = fields.first("date")
        password = fields.first("password")
        isSticky = fields.has("sticky")
        commentsOpen = fields.has("comments")
        categories = fields.all("category")
        newCategories = fields.first("new-categories")
        tags = fields.first("tags")
        picture = fields.first("picture")
        parent = fields.first("parent")
        event = EventInput(fields)
        acceptsEvent = fields.has("event-right")
        version = Int(fields.first("version")) ?? 0
        serial = Int(fields.first("serial")) ?? 0
    }

    enum Fault: Error, Hashable {
        /// The date of publication is none.
        case date
        case event(EventInput.Fault)
    }

    /// - Parameter known: what the post tells of so far.
    func draft(formerly known: PostEvent?) throws(Fault) -> PostDraft {
        guard let reading = Self.reading(date) else { throw .date }
        var told: PostEvent?
        do throws(EventInput.Fault) {
            told = try event.event(formerly: known)
        } catch {
            throw .event(error)
        }
        if acceptsEvent, told?.state == .doubtful { told?.state = .certain }
        let standing: PostDraft.Standing =
            switch standing {
            case "published": .published(at: reading.date)
            case "private": .private
            case "pending": .pending
            default: .draft
            }
        return PostDraft(
            title: title.trimmingBlanks, source: source, excerpt: excerpt, slug: slug, standing: standing,
            password: password, isSticky: isSticky, commentsOpen: commentsOpen,
            categories: categories + Self.names(newCategories), tags: Self.names(tags),
            featuredPicture: Int64(picture), parent: Int64(parent), event: told)
    }

    private static func names(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    }

    /// `2026-03-20T13:00`, with seconds or without.
    private static func reading(_ text: String) -> (date: LocalDateTime?, ())? {
        if text.isEmpty { return (nil, ()) }
        guard let date = LocalDateTime(text) ?? LocalDateTime(text + ":00") else { return nil }
        return (date, ())
    }
}

extension EventInput {
    /// As a form's fields have it.
    init(_ fields: FormFields) {
        self.init()
        date = fields.first("event-date")
        end = fields.first("event-end")
        calendar = PostEvent.Calendar(rawValue: fields.first("event-calendar")) ?? .gregorian
        place = fields.first("event-place")
        coordinates = fields.first("event-coordinates")
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
