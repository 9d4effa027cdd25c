import Administration
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Themes

/// `/admin/permalinks/`: how the addresses of posts are formed.
struct ChangePermalinksPage: Sendable {
    let services: SiteServices

    static let address = "/admin/permalinks/"
    private static let custom = "custom"
    private static let known: [(structure: PermalinkStructure, title: String)] = [
        (.dayAndName, "Day and name"), (.monthAndName, "Month and name"), (.numeric, "Number"), (.name, "Name"),
    ]

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let structure = try await services.site().permalinks
        return try await page(structure, staff, notice: .saved(request))
    }

    @Sendable func take(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        var fields = CheckedFields(try await FormFields(request, context, services))
        let chosen = fields.choice("structure", of: Self.known.map(\.structure.rawValue) + [Self.custom])
        let typed = chosen == Self.custom ? fields.line(Self.custom, missing: "Say how it is formed.") : chosen
        let structure = PermalinkStructure(rawValue: typed)
        if fields.isRight, let fault = structure.fault { fields.note(fault.sentence, at: Self.custom) }
        guard fields.isRight else { return try await page(structure, staff, faults: fields.faults) }
        try await ChangePermalinks(services.database, actor: staff.actor).change(to: structure, now: staff.now)
        return .saved(Self.address)
    }

    private func page(
        _ structure: PermalinkStructure, _ staff: Staff, faults: [String: String] = [:], notice: AdminNotice? = nil
    ) async throws -> Response {
        let isKnown = Self.known.contains { $0.structure == structure }
        let today = staff.now.utc
        let example = PermalinkStructure.Values(
            date: today, slug: "sample-post", number: 123, categoryPath: "category", author: "author")
        let view = FormPage(
            heading: "Permalinks",
            introduction:
                "Posts that are public get their new addresses by themselves; the former ones lead to them for good.",
            action: SafeURL(path: Self.address),
            groups: [
                FormGroup(
                    nil,
                    [
                        FormField(
                            "structure", "Addresses of posts",
                            kind: .choices(
                                Self.known.map { known in
                                    AdminChoice(
                                        value: known.structure.rawValue,
                                        title: "\(known.title): \(known.structure.path(for: example))",
                                        isChosen: known.structure == structure)
                                } + [AdminChoice(value: Self.custom, title: "Another, below", isChosen: !isKnown)]),
                            fault: faults["structure"]),
                        FormField(
                            Self.custom, "Another structure", value: isKnown ? "" : structure.rawValue,
                            hint: "Made of \(PermalinkStructure.tags.joined(separator: " ")) and plain letters.",
                            fault: faults[Self.custom]),
                    ])
            ])
        return try await services.admin(
            view, title: "Permalinks", for: staff, path: Self.address, notice: notice,
            status: faults.isEmpty ? .ok : .unprocessableContent)
    }
}

extension PermalinkStructure.Fault {
    fileprivate var sentence: String {
        switch self {
        case .noPath:
            "It begins with a slash, and has letters, digits, hyphens, dots and single slashes besides the tags."
        case .unknownTag(let tag): "There is no tag \(tag)."
        case .notUnique: "%postname% or %post_id% must be in it: else two posts would have one address."
        case .reserved(let word): "Addresses that begin with /\(word)/ are something else here."
        }
    }
}
