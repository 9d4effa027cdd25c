import Conversation
import HTTPTypes
import Hummingbird
import Model

/// Sets the states of responses, one or many, and takes that back.
struct TakeModeration: Sendable {
    let services: SiteServices

    /// The button `one` says a state and a number, the button `all` a state for all that are ticked.
    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        let state = Comment.Status(rawValue: fields.first("state")) ?? .held
        let one = fields.first("one").split(separator: " ").map(String.init)
        let wanted = one.first ?? fields.first("all")
        let numbers = (one.count > 1 ? [one[1]] : fields.all("number")).compactMap { Int64($0) }
        let status = try Comment.Status.chosen(wanted)
        let changes = try await ModerateComments(services.database, actor: staff.actor)
            .set(status, of: numbers, now: staff.now)
        let address = CommentsAddress(state: state).path
        if changes.isEmpty { return .seeOther(address) }
        let former = changes.map { "\($0.number):\($0.former.rawValue)" }.joined(separator: ",")
        return .seeOther("\(address)&done=\(status.rawValue)&changes=\(former)")
    }

    /// Gives each response the state that it had.
    @Sendable func undo(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        var states: [Comment.Status: [Int64]] = [:]
        for change in fields.first("undo").split(separator: ",") {
            let parts = change.split(separator: ":").map(String.init)
            guard parts.count == 2, let number = Int64(parts[0]), let status = Comment.Status(rawValue: parts[1]),
                Comment.Status.choices.contains(status)
            else { throw Refusal(.badRequest, "This cannot be taken back.") }
            states[status, default: []].append(number)
        }
        let moderate = ModerateComments(services.database, actor: staff.actor)
        for (status, numbers) in states { _ = try await moderate.set(status, of: numbers, now: staff.now) }
        return .seeOther(CommentsAddress(state: states.keys.first ?? .held).path)
    }
}
