import Administration
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store
import Themes

/// `/admin/categories/5/`: changes a category or a tag, merges it with another, or takes it away.
struct ChangeTermPage: Sendable {
    let services: SiteServices
    let list: ListTerms

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let (counted, terms) = try await found(context)
        let parent = terms.lineage(of: counted.term).dropLast().last
        return try await page(TermForm(counted.term, parent: parent), counted, terms, staff)
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let (counted, terms) = try await found(context)
        let draft = fields.termDraft()
        if fields.isRight {
            do throws(any Error) {
                try await SaveTerm(services.database, actor: staff.actor)
                    .change(counted.term.number, of: list.taxonomy, to: draft, now: staff.now)
                return .saved(list.address)
            } catch let fault as TermFault {
                fields.note(fault)
            }
        }
        return try await page(TermForm(fields), counted, terms, staff)
    }

    @Sendable func merge(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let (counted, terms) = try await found(context)
        let heir = Int64(fields.raw("into"))
        if heir == nil { fields.note("Choose the one that takes its place.", at: "into") }
        return try await remove(counted, terms, for: heir, fields, staff, done: "merged")
    }

    @Sendable func delete(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let (counted, terms) = try await found(context)
        if !fields.isTicked("sure") { fields.note("Tick this first.", at: "sure") }
        return try await remove(counted, terms, for: nil, fields, staff, done: "deleted")
    }

    private func remove(
        _ counted: CountedTerm, _ terms: TermTree, for heir: Int64?, _ fields: CheckedFields, _ staff: Staff,
        done: String
    ) async throws -> Response {
        var faults = fields.faults
        if faults.isEmpty {
            do throws(any Error) {
                try await RemoveTerm(services.database, actor: staff.actor)
                    .remove(counted.term.number, of: list.taxonomy, for: heir, now: staff.now)
                return .seeOther("\(list.address)?\(done)=1")
            } catch TermFault.isDefault {
                var fields = fields
                fields.note(.isDefault)
                faults = fields.faults
            } catch is TermFault {
                faults["into"] = "Choose the one that takes its place."
            }
        }
        let parent = terms.lineage(of: counted.term).dropLast().last
        var form = TermForm(counted.term, parent: parent)
        form.faults = faults
        return try await page(form, counted, terms, staff)
    }

    private func found(_ context: WebContext) async throws -> (CountedTerm, TermTree) {
        let number = try context.number
        let terms = try await list.terms()
        guard let counted = terms.first(where: { $0.term.number == number }) else {
            throw Refusal(.notFound, "There is no \(list.one) of this number.")
        }
        return (counted, TermTree(terms))
    }

    private func page(
        _ form: TermForm, _ counted: CountedTerm, _ terms: TermTree, _ staff: Staff
    ) async throws -> Response {
        let term = counted.term
        let path = "\(list.address)\(term.number)/"
        let others = terms.ordered.map(\.term).filter { $0.id != term.id }
        let posts = counted.posts == 1 ? "One post is" : "\(counted.posts) posts are"
        let view = FormPage(
            heading: term.name, action: SafeURL(path: path),
            groups: [
                FormGroup(
                    nil, form.fields(terms: terms, isHierarchical: list.isHierarchical, own: term))
            ],
            deeds: [
                FormDeed(
                    heading: "Merge", action: SafeURL(path: path + "merge/"), title: "Merge",
                    explanation:
                        "Another \(list.one) takes its place in all posts and menus, and its address leads there. "
                        + "This cannot be undone.",
                    fields: [
                        FormField(
                            "into", "Into",
                            kind: .choices(
                                [AdminChoice(value: "", title: "choose one", isChosen: true)]
                                    + others.map {
                                        AdminChoice(
                                            value: String($0.number), title: terms.path(of: $0), isChosen: false)
                                    }), fault: form.faults["into"])
                    ]),
                FormDeed(
                    heading: "Delete", action: SafeURL(path: path + "delete/"), title: "Delete",
                    explanation:
                        "\(posts) in it and stay, without it. Its address leads nowhere afterwards. This cannot be undone.",
                    fields: [
                        FormField("sure", "Delete “\(term.name)”", kind: .tick(isOn: false), fault: form.faults["sure"])
                    ]),
            ])
        return try await services.admin(
            view, title: term.name, for: staff, path: list.address,
            status: form.faults.isEmpty ? .ok : .unprocessableContent)
    }
}
