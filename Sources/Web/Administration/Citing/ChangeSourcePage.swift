import Administration
import Citations
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store
import Themes

/// `/admin/sources/new/` and `/admin/sources/edit/?key=taubman2003`: adds a source, changes it, or takes it away.
struct ChangeSourcePage: Sendable {
    let services: SiteServices

    static let newAddress = "/admin/sources/new/"
    /// Longer than any form of a source.
    private static let bytes = 1 << 20

    static func newURL(_ key: String) -> SafeURL { SafeURL(path: "\(newAddress)?key=\(key.percentEncodedSegment)") }

    static func url(_ key: String) -> SafeURL {
        SafeURL(path: "/admin/sources/edit/?key=\(key.percentEncodedSegment)")
    }

    private static func removeURL(_ key: String) -> SafeURL {
        SafeURL(path: "/admin/sources/remove/?key=\(key.percentEncodedSegment)")
    }

    @Sendable func showNew(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let key = FormFields(query: request.uri.query).first("key")
        return try await page(SourceForm(Reference(key: key, type: .book)), nil, staff)
    }

    @Sendable func add(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services, limit: Self.bytes))
        let reference = fields.reference(formerly: Reference(key: "", type: .book))
        do throws(any Error) {
            if fields.isRight {
                try await SaveSource(services.database).add(reference, by: Writer(staff.account), now: staff.now)
                return .saved(ListSources.address)
            }
        } catch let fault as SourceFault {
            fields.note(fault.description, at: "key")
        }
        return try await page(SourceForm(reference, fields), nil, staff)
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        guard FormFields(query: request.uri.query).has("key") else { return .seeOther(ListSources.address) }
        let reference = try await found(request)
        return try await page(SourceForm(reference), reference.key, staff)
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let former = try await found(request)
        var fields = CheckedFields(try await FormFields(request, context, services, limit: Self.bytes))
        let reference = fields.reference(formerly: former)
        do throws(any Error) {
            if fields.isRight {
                try await SaveSource(services.database)
                    .change(former.key, to: reference, by: Writer(staff.account), now: staff.now)
                return .saved(ListSources.address)
            }
        } catch let fault as SourceFault {
            fields.note(fault.description, at: "key")
        }
        return try await page(SourceForm(reference, fields), former.key, staff)
    }

    @Sendable func remove(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let reference = try await found(request)
        var fields = CheckedFields(try await FormFields(request, context, services))
        do throws(any Error) {
            try await RemoveSource(services.database).remove(
                reference.key, evenCited: fields.isTicked("sure"), by: Writer(staff.account), now: staff.now)
            return .seeOther(ListSources.address + "?removed=1")
        } catch let fault as SourceFault {
            fields.note("\(fault) Tick this to remove it all the same.", at: "sure")
            return try await page(SourceForm(reference, faults: fields.faults), reference.key, staff)
        }
    }

    private func found(_ request: Request) async throws -> Reference {
        let key = FormFields(query: request.uri.query).first("key")
        let stored = try await services.read { tx, site in try tx.source(key, site: site.id) }
        guard let reference = stored.flatMap(Reference.init) else {
            throw Refusal(.notFound, "There is no source of this key.")
        }
        return reference
    }

    /// - Parameter key: nil for a new one.
    private func page(_ form: SourceForm, _ key: String?, _ staff: Staff) async throws -> Response {
        let posts = try await services.read { tx, site in
            try key.map { try tx.posts(citing: [$0], site: site.id)[$0, default: []].count } ?? 0
        }
        let deeds = key.map { key in
            FormDeed(
                heading: "Remove", action: Self.removeURL(key), title: "Remove",
                explanation: posts == 0
                    ? "No post cites it."
                    : "\(posts == 1 ? "One post cites" : "\(posts) posts cite") it. Readers would see the bracket as it was typed.",
                fields: posts == 0 && form.faults["sure"] == nil
                    ? []
                    : [
                        FormField(
                            "sure", "Remove it although it is cited", kind: .tick(isOn: false),
                            fault: form.faults["sure"])
                    ])
        }
        let view = FormPage(
            heading: key.map { "Source: \($0)" } ?? "Add a source",
            introduction:
                "It is cited in a text by its key, as in [\(CitationKey.cited(key ?? "taubman2003")), p. 273].",
            action: key.map(Self.url) ?? SafeURL(path: Self.newAddress), groups: form.groups(isKeyFixed: posts > 0),
            deeds: deeds.map { [$0] } ?? [])
        return try await services.admin(
            view, title: key ?? "Add a source", for: staff, path: ListSources.address,
            status: form.faults.isEmpty ? .ok : .unprocessableContent)
    }
}
