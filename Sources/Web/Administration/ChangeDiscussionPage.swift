import Administration
import Conversation
import Database
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/discussion/`: how the site takes responses.
struct ChangeDiscussionPage: Sendable {
    let services: SiteServices

    private static let address = "/admin/discussion/"

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let (discussion, perPage) = try await services.read { tx, site in
            (try tx.discussion(site: site.id), site.commentsPerPage)
        }
        var page = DiscussionPage(discussion, perPage: String(perPage))
        page.mailMissing = services.mailMissing
        return try await services.admin(
            page, title: "Discussion", for: staff,
            path: Self.address, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        var discussion = Discussion()
        var fault: String?
        func number(_ name: String, _ label: String, in range: ClosedRange<Int>) -> Int? {
            let text = fields.first(name).filter { !$0.isWhitespace }
            if text.isEmpty { return nil }
            guard let number = Int(text), range.contains(number) else {
                fault = "\(label): “\(text)” is no number from \(range.lowerBound) to \(range.upperBound)."
                return nil
            }
            return number
        }
        discussion.opensNewPosts = fields.has("opens")
        discussion.email = Discussion.Asking(rawValue: fields.first("email")) ?? .required
        discussion.closesAfterDays = number("closes", "Days until posts close", in: 1...36_500)
        discussion.depth = number("depth", "Levels of answers", in: Discussion.depths) ?? discussion.depth
        discussion.holding = Discussion.Holding(rawValue: fields.first("holding")) ?? .firstComment
        discussion.linksHeld = number("links", "Links", in: 1...1_000)
        discussion.heldWords = Self.lines(fields.first("held"))
        discussion.blockedWords = Self.lines(fields.first("blocked"))
        discussion.editMinutes = number("minutes", "Minutes", in: 0...10_080) ?? 0
        discussion.mailsNew = fields.has("mails-new")
        discussion.mailsHeld = fields.has("mails-held")
        let perPage = number("per-page", "Threads on one page", in: 1...1_000) ?? 50
        if let fault {
            var page = DiscussionPage(discussion, perPage: fields.first("per-page"))
            page.closesAfterDays = fields.first("closes")
            page.linksHeld = fields.first("links")
            page.editMinutes = fields.first("minutes")
            page.fault = fault
            page.mailMissing = services.mailMissing
            return try await services.admin(
                page, title: "Discussion", for: staff, path: Self.address, status: .unprocessableContent)
        }
        try await ChangeDiscussion(services.database, actor: staff.actor)
            .change(to: discussion, perPage: perPage, now: staff.now)
        return .saved(Self.address)
    }

    private static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(while: \.isWhitespace) }
            .map { String($0.reversed().trimmingPrefix(while: \.isWhitespace).reversed()) }.filter { !$0.isEmpty }
    }
}

extension DiscussionPage {
    fileprivate init(_ discussion: Discussion, perPage: String) {
        self.init(
            action: SafeURL(path: "/admin/discussion/"), opensNewPosts: discussion.opensNewPosts,
            email: Discussion.Asking.allCases.map { asking in
                let title =
                    switch asking {
                    case .required: "required"
                    case .optional: "asked for, may stay empty"
                    case .never: "the address is not asked for, a name may stay empty"
                    }
                return AdminChoice(value: asking.rawValue, title: title, isChosen: asking == discussion.email)
            },
            closesAfterDays: discussion.closesAfterDays.map(String.init) ?? "",
            depth: Discussion.depths.map {
                AdminChoice(value: String($0), title: $0 == 1 ? "none" : String($0), isChosen: $0 == discussion.depth)
            },
            perPage: perPage,
            holding: Discussion.Holding.allCases.map { holding in
                let title =
                    switch holding {
                    case .everybody: "all responses"
                    case .firstComment: "those of whom nothing was approved yet"
                    case .nobody: "none, but for links and words"
                    }
                return AdminChoice(value: holding.rawValue, title: title, isChosen: holding == discussion.holding)
            },
            linksHeld: discussion.linksHeld.map(String.init) ?? "",
            heldWords: discussion.heldWords.joined(separator: "\n"),
            blockedWords: discussion.blockedWords.joined(separator: "\n"),
            editMinutes: String(discussion.editMinutes), mailsNew: discussion.mailsNew,
            mailsHeld: discussion.mailsHeld)
    }
}
