import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Themes

/// `/admin/forgotten/`: asks for a link to set a new password, by mail.
struct TakeForgotten: Sendable {
    let services: SiteServices

    static let address = "/admin/forgotten/"

    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        guard services.sendsMail else {
            let page = NoticePage(
                heading: "Forgotten?",
                sentence: "This site sends no mail yet. Whoever runs the server makes a link with thaw account reset "
                    + "and your e-mail address.")
            return try await services.admin(page, title: "A new password")
        }
        let page = FormPage(
            heading: "A new password", introduction: "A link to set one comes by mail.",
            action: SafeURL(path: Self.address),
            groups: [
                FormGroup(
                    nil,
                    [
                        FormField(
                            "email", "Your e-mail address", kind: .input(type: "email", autocomplete: "username"),
                            isRequired: true)
                    ])
            ], submit: "Send the link")
        return try await services.admin(page, title: "A new password")
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        guard services.sendsMail else { return .seeOther(Self.address) }
        let isTaken = try await services.mailPasswordLink.ask(
            email: fields.line("email"), from: services.signInVisitor(request, context), base: services.location.url,
            now: services.now())
        let page =
            isTaken
            ? NoticePage(
                heading: "Look into your mail",
                sentence: "If somebody signs in with this address, a link is on its way. It is good for an hour.")
            : NoticePage(
                heading: "A moment, please", sentence: "Links were asked for too often. Try again in ten minutes.")
        return try await services.admin(page, title: page.heading, status: isTaken ? .ok : .tooManyRequests)
    }
}
