import Accounts
import Administration
import Database
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/people/`: who takes part, and an invitation for one more.
struct ListPeople: Sendable {
    let services: SiteServices

    static let address = "/admin/people/"

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await page(staff, notice: .saved(request))
    }

    @Sendable func invite(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let name = fields.line("name", missing: "Give their name.")
        let email = fields.line("email", missing: "Give their e-mail address.")
        let role = fields.role("role")
        if fields.isRight, let role {
            do {
                let made = try await inviting(staff).invite(name: name, email: email, role: role, now: staff.now)
                return try await page(staff, invitation: made.link)
            } catch let fault as AddAccount.Fault {
                fields.note(fault)
            }
        }
        return try await page(staff, fields)
    }

    func inviting(_ staff: Staff) -> InvitePerson {
        InvitePerson(
            services.database, actor: staff.actor, sendsMail: services.sendsMail, base: services.location.url)
    }

    func people(at now: Instant) async throws -> (Site, [Person]) {
        try await services.read { tx, site in (site, try tx.people(site: site.id, at: now)) }
    }

    /// - Parameter typed: what was sent and is wrong.
    func page(
        _ staff: Staff, _ typed: CheckedFields? = nil, invitation: String? = nil, notice: AdminNotice? = nil
    ) async throws -> Response {
        let (site, people) = try await people(at: staff.now)
        let clock = AdminClock(site)
        let faults = typed?.faults ?? [:]
        let view = PeoplePage(
            rows: people.map { person in
                PersonRow(
                    name: person.account.displayName, edit: SafeURL(path: "\(Self.address)\(person.account.number)/"),
                    email: person.account.email, role: person.account.role.rawValue, posts: String(person.posts),
                    state: Self.state(of: person, clock))
            }, action: SafeURL(path: Self.address),
            fields: [
                FormField(
                    "name", "Name", value: typed?.raw("name") ?? "", isRequired: true,
                    hint: "It stands over their posts.",
                    fault: faults["name"]),
                FormField(
                    "email", "E-mail address", value: typed?.raw("email") ?? "", kind: .input(type: "email"),
                    isRequired: true,
                    hint: services.sendsMail
                        ? "The invitation goes there. An author who moved in with this address is this person."
                        : "An author who moved in with this address is this person. No mail goes out: you give the link.",
                    fault: faults["email"]),
                .role(typed.flatMap { Role(rawValue: $0.raw("role")) } ?? .author, fault: faults["role"]),
            ], invitation: invitation)
        return try await services.admin(
            view, title: "People", for: staff, path: Self.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func state(of person: Person, _ clock: AdminClock) -> String {
        if person.signsIn { return person.seenAt.map { "signs in, last seen \(clock.text($0))" } ?? "signs in" }
        return person.invitedUntil.map { "invited until \(clock.text($0))" } ?? "cannot sign in"
    }
}

extension FormField {
    static func role(_ role: Role, fault: String? = nil) -> FormField {
        FormField(
            "role", "Role",
            kind: .choices(
                Role.allCases.map { AdminChoice(value: $0.rawValue, title: $0.words, isChosen: $0 == role) }),
            fault: fault)
    }
}

extension CheckedFields {
    mutating func role(_ name: String) -> Role? {
        let role = Role(rawValue: raw(name))
        if role == nil { note("Choose a role.", at: name) }
        return role
    }
}

extension Role {
    /// What it means, in a line.
    fileprivate var words: String {
        switch self {
        case .owner: "owner – everything"
        case .editor: "editor – everybody’s posts, comments, categories"
        case .author: "author – writes and publishes"
        case .contributor: "contributor – writes, others publish"
        case .moderator: "moderator – comments alone"
        }
    }
}
