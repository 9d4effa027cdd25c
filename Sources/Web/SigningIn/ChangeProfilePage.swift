import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Identities
import Model
import Store
import Themes

/// `/admin/profile/`: one's own name, e-mail address and password, and where one is signed in.
struct ChangeProfilePage: Sendable {
    let services: SiteServices

    static let address = "/admin/profile/"

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let query = FormFields(query: request.uri.query)
        let said =
            query.has("ended")
            ? "Signed out there."
            : query.has("wrong")
                ? "This is not your present password, or you signed in too long ago."
                : query.has("taken")
                    ? "Somebody else of this site signs in by that account."
                    : TakeIdentities.sentence(query.first("login"))
        let notice = said.map { AdminNotice(text: $0) } ?? AdminNotice.saved(request)
        return try await page(
            name: staff.account.displayName, email: staff.account.email, staff, notice: notice)
    }

    private static func sentence(passkeys count: Int) -> String {
        switch count {
        case 0: "You have no passkey yet."
        case 1: "You have one passkey."
        default: "You have \(count) passkeys."
        }
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let wanted = fields.raw("password")
        let change = ChangeProfile.Change(
            name: fields.line("name", missing: "Give the name that is to stand over your posts."),
            email: fields.line("email"), password: wanted.isEmpty ? nil : wanted)
        if fields.isRight {
            do {
                try await services.changeProfile.change(
                    staff.account, to: change, confirmedBy: fields.raw("present"), in: staff.session, now: staff.now)
                return .saved(Self.address)
            } catch let fault as AddAccount.Fault {
                fields.note(fault)
            } catch let fault as SignIn.Fault {
                fields.note(presentPassword: fault)
            }
        }
        return try await page(name: fields.raw("name"), email: fields.raw("email"), staff, faults: fields.faults)
    }

    @Sendable func endSessions(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        if fields.first("end") == "others" {
            try await services.signIn.endOthers(of: staff.account, except: staff.session.id, now: staff.now)
        } else if let id = Int64(fields.first("end")) {
            try await services.signIn.end(Session.ID(id), of: staff.account, now: staff.now)
        } else {
            throw Refusal(.badRequest, "This is no place where you are signed in.")
        }
        return .seeOther(Self.address + "?ended=1")
    }

    private func page(
        name: String, email: String, _ staff: Staff, faults: [String: String] = [:], notice: AdminNotice? = nil
    ) async throws -> Response {
        let sessions = try await services.signIn.sessions(of: staff.account, now: staff.now)
        let clock = AdminClock(try await services.site())
        let codes = try await services.secondStep.state(of: staff.account.id)
        var view = ProfilePage(
            action: SafeURL(path: Self.address),
            fields: [
                FormField(
                    "name", "Name", value: name, kind: .input(type: "text", autocomplete: "name"), isRequired: true,
                    hint: "It stands over your posts.", fault: faults["name"]),
                FormField(
                    "email", "E-mail address", value: email, kind: .input(type: "email", autocomplete: "email"),
                    hint: "You sign in with it; readers never see it.", fault: faults["email"]),
                FormField(
                    "password", "A new password", kind: .input(type: "password", autocomplete: "new-password"),
                    hint: "Empty leaves the present one. With a new one you are signed out everywhere else.",
                    fault: faults["password"]),
                .presentPassword(hint: "Asked for another e-mail address or password.", fault: faults["present"]),
            ], codes: SafeURL(path: ChangeCodesPage.address),
            codesState: codes == .off ? "off" : "on",
            passkeys: SafeURL(path: ChangePasskeysPage.address),
            passkeysState: Self.sentence(passkeys: try await services.passkeys.keys(of: staff.account.id).count),
            identitiesAction: SafeURL(path: Self.address + "identities/"),
            sessionsAction: SafeURL(path: Self.address + "sessions/"),
            sessions: sessions.map { session in
                SessionRow(
                    id: String(session.id.rawValue), device: AgentWords.text(session.agent),
                    network: session.network.isEmpty ? "an unknown network" : session.network,
                    began: clock.text(session.createdAt), seen: clock.text(session.seenAt),
                    isCurrent: session.id == staff.session.id)
            })
        view.asksPassword = try await services.signIn.hasPassword(staff.account.id)
        view.identities = try await JoinIdentity(services.database).identities(of: staff.account.id).map { identity in
            let provider = IdentityProvider.preset(identity.provider)?.name ?? identity.provider
            return AdminChoice(
                value: String(identity.id.rawValue),
                title: "\(provider) (\(identity.handle.isEmpty ? identity.name : identity.handle))", isChosen: false)
        }
        view.logins = try await TakeIdentities.offered(services).map {
            AdminChoice(value: $0.id, title: $0.name, isChosen: false)
        }
        return try await services.admin(
            view, title: "Profile", for: staff, path: Self.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}
