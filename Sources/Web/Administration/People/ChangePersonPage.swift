import Accounts
import Administration
import HTTPTypes
import Hummingbird
import Model
import Store
import Themes

/// `/admin/people/3/`: what one of the site's people may do, and whether they may still.
struct ChangePersonPage: Sendable {
    let services: SiteServices
    let list: ListPeople

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let (person, people) = try await found(context, staff)
        return try await page(person, people, staff)
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await change(request, context, staff) { person, _, fields in
            guard let role = fields.role("role") else { return }
            try await changing(staff).give(role, to: person.account.id, now: staff.now)
        }
    }

    @Sendable func invite(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let (person, people) = try await found(context, staff)
        do throws(any Error) {
            let made = try await list.inviting(staff).invite(
                person.account, email: fields.line("email"), now: staff.now)
            return try await list.page(staff, invitation: made.link)
        } catch let fault as AddAccount.Fault {
            fields.note(fault)
        }
        return try await page(person, people, staff, fields.faults)
    }

    @Sendable func givePosts(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await change(request, context, staff) { person, people, fields in
            guard let heir = people.first(where: { String($0.account.number) == fields.raw("heir") }),
                heir.account.id != person.account.id
            else { return fields.note("Choose somebody else.", at: "heir") }
            _ = try await changing(staff).givePosts(of: person.account.id, to: heir.account.id, now: staff.now)
        }
    }

    @Sendable func signOut(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await change(request, context, staff) { person, _, _ in
            try await changing(staff).signOut(person.account.id, now: staff.now)
        }
    }

    @Sendable func remove(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        try await change(request, context, staff) { person, _, fields in
            guard fields.isTicked("sure") else { return fields.note("Tick this first.", at: "sure") }
            try await changing(staff).remove(person.account.id, now: staff.now)
        }
    }

    private func changing(_ staff: Staff) -> ChangePerson { ChangePerson(services.database, actor: staff.actor) }

    /// Does something, and goes back to the list, or shows the page with what is wrong.
    private func change(
        _ request: Request, _ context: WebContext, _ staff: Staff,
        _ work: (Person, [Person], inout CheckedFields) async throws -> Void
    ) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let (person, people) = try await found(context, staff)
        do throws(any Error) {
            try await work(person, people, &fields)
        } catch ChangePerson.Fault.lastOwner {
            fields.note("Nobody else may do everything: make somebody else an owner first.", at: "role")
        }
        guard fields.isRight else { return try await page(person, people, staff, fields.faults) }
        return .saved(ListPeople.address)
    }

    private func found(_ context: WebContext, _ staff: Staff) async throws -> (Person, [Person]) {
        let number = try context.number
        let (_, people) = try await list.people(at: staff.now)
        guard let person = people.first(where: { $0.account.number == number }) else {
            throw Refusal(.notFound, "There is nobody of this number.")
        }
        return (person, people)
    }

    private func page(
        _ person: Person, _ people: [Person], _ staff: Staff, _ faults: [String: String] = [:]
    ) async throws -> Response {
        let account = person.account
        let path = "\(ListPeople.address)\(account.number)/"
        let others = people.filter { $0.account.id != account.id }
        var deeds: [FormDeed] = []
        if !person.signsIn {
            deeds.append(
                FormDeed(
                    heading: "Invite", action: SafeURL(path: path + "invite/"), title: "Make a link",
                    explanation: "A link with which they set a password and are this person from then on.",
                    fields: [
                        FormField(
                            "email", "E-mail address", value: account.email, kind: .input(type: "email"),
                            isRequired: true, fault: faults["email"])
                    ]))
        }
        deeds.append(
            FormDeed(
                heading: "Posts", action: SafeURL(path: path + "posts/"), title: "Give all posts",
                explanation: "Puts another name over all posts, pages and files of this person.",
                fields: [
                    FormField(
                        "heir", "To",
                        kind: .choices(
                            [AdminChoice(value: "", title: "choose somebody", isChosen: true)]
                                + others.map {
                                    AdminChoice(
                                        value: String($0.account.number), title: $0.account.displayName, isChosen: false
                                    )
                                }), fault: faults["heir"])
                ]))
        if person.signsIn {
            deeds.append(
                FormDeed(
                    heading: "Sessions", action: SafeURL(path: path + "sign-out/"), title: "Sign out everywhere",
                    explanation: "They can sign in again at once."))
            deeds.append(
                FormDeed(
                    heading: "Remove", action: SafeURL(path: path + "remove/"), title: "Remove",
                    explanation:
                        "They can sign in no more. Their name stays over their posts, unless those were given away.",
                    fields: [
                        FormField(
                            "sure", "Remove \(account.displayName)", kind: .tick(isOn: false), fault: faults["sure"])
                    ]))
        }
        let view = FormPage(
            heading: account.displayName, action: SafeURL(path: path),
            groups: [FormGroup(nil, [.role(account.role, fault: faults["role"])])], deeds: deeds)
        return try await services.admin(
            view, title: account.displayName, for: staff, path: ListPeople.address,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}
