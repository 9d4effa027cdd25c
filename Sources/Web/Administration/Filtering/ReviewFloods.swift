import Administration
import Conversation
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/comments/alike/`: responses that are nearly the same, decided together.
struct ReviewFloods: Sendable {
    let services: SiteServices

    static let address = "/admin/comments/alike/"
    /// Characters of a text that are shown.
    private static let shown = 600

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        let page = ReviewFloods(services: services)
        return [
            .get("admin/comments/alike", .moderate, page.show), .post("admin/comments/alike", .moderate, page.take),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let query = FormFields(query: request.uri.query)
        let state = Comment.Status(rawValue: query.first("state")) ?? .held
        let floods = try await FindFloods(services.database).find(in: state)
        let page = FloodsPage(
            states: Comment.Status.choices.map { choice in
                AdminLink(
                    title: choice.heading, url: SafeURL(path: "\(Self.address)?state=\(choice.rawValue)"),
                    isCurrent: choice == state)
            },
            floods: floods.map { flood in
                FloodView(
                    heading: "These \(flood.numbers.count) are nearly the same",
                    author: flood.sample.author.isEmpty ? "Anonymous" : flood.sample.author,
                    text: String(flood.sample.source.prefix(Self.shown)),
                    numbers: flood.numbers.map(String.init).joined(separator: ","))
            }, action: SafeURL(path: Self.address), state: state.rawValue,
            deeds: state.deedChoices)
        return try await services.admin(page, title: "Responses that are alike", for: staff, path: "/admin/comments/")
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let status = try Comment.Status.chosen(fields.first("all"))
        let numbers = fields.first("numbers").split(separator: Character(",")).compactMap { Int64($0) }
        _ = try await ModerateComments(services.database, actor: staff.actor)
            .set(status, of: numbers, now: staff.now)
        let state = Comment.Status(rawValue: fields.first("state")) ?? .held
        return .seeOther("\(Self.address)?state=\(state.rawValue)")
    }
}
