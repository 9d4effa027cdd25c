import Exchange
import Model
import Publishing
import Store

/// `wp.*` for categories and tags.
enum XMLRPCTerms {
    static let methods: [String: XMLRPCMethod] = [
        "wp.getTaxonomies": .signedIn { _ in [taxonomy(.category), taxonomy(.tag)] },
        "wp.getTaxonomy": .signedIn { request in taxonomy(try named(request.parameter(0))) },
        "wp.getTerms": .signedIn { request in
            let (terms, counts) = try await all(request, named(request.parameter(0)))
            return .array(terms.map { value($0, among: terms, count: counts[$0.id] ?? 0) })
        },
        "wp.getTerm": .signedIn { request in
            let (terms, counts) = try await all(request, named(request.parameter(0)))
            let number = try request.number(1)
            guard let term = terms.first(where: { $0.number == number }) else { throw XMLRPCFault.noSuchTerm }
            return value(term, among: terms, count: counts[term.id] ?? 0)
        },
        "wp.newTerm": .signedIn { request in
            let content = request.parameter(0) ?? [:]
            return .string(String(try await make(content, named(content["taxonomy"]), request)))
        },
        "wp.editTerm": .signedIn { request in
            try request.require(.arrange)
            let content = request.parameter(1) ?? [:]
            let taxonomy = try named(content["taxonomy"])
            let terms = try await all(request, taxonomy).0
            let number = try request.number(0)
            guard let term = terms.first(where: { $0.number == number }) else { throw XMLRPCFault.noSuchTerm }
            let parent = content["parent"]?.integer ?? terms.first { $0.id == term.parent }?.number
            try await SaveTerm(request.services.database, actor: request.writer.actor).change(
                number, of: taxonomy,
                to: SaveTerm.Draft(
                    name: content["name"]?.text ?? term.name, slug: content["slug"]?.text ?? term.slug,
                    description: content["description"]?.text ?? term.description,
                    parent: parent.flatMap { $0 > 0 ? $0 : nil }), now: request.now)
            return true
        },
        "wp.deleteTerm": .signedIn { request in
            try await delete(request.number(1), named(request.parameter(0)), request)
        },
        "wp.getCategories": .signedIn { request in try await categories(request) },
        "metaWeblog.getCategories": .signedIn { request in try await categories(request) },
        "mt.getCategoryList": .signedIn { request in
            let terms = try await all(request, .category).0
            return .array(
                terms.map { ["categoryId": .string(String($0.number)), "categoryName": .string($0.name)] })
        },
        "wp.newCategory": .signedIn { request in
            .int(try await make(request.parameter(0) ?? [:], .category, request))
        },
        "wp.deleteCategory": .signedIn { request in try await delete(request.number(0), .category, request) },
        "wp.suggestCategories": .signedIn { request in
            let terms = try await all(request, .category).0
            let words = (request.parameter(0)?.text ?? "").lowercased()
            return .array(
                terms.filter { $0.name.lowercased().contains(words) }.map {
                    ["category_id": .string(String($0.number)), "category_name": .string($0.name)]
                })
        },
        "wp.getTags": .signedIn { request in
            let (terms, counts) = try await all(request, .tag)
            return .array(
                terms.map { term in
                    [
                        "tag_id": .string(String(term.number)), "name": .string(term.name), "slug": .string(term.slug),
                        "count": .int(Int64(counts[term.id] ?? 0)), "html_url": .string(url(term, terms, request)),
                        "rss_url": .string(url(term, terms, request) + "feed/"),
                    ]
                })
        },
    ]

    static func value(_ term: Term, among terms: [Term], count: Int) -> XMLRPCValue {
        let parent = terms.first { $0.id == term.parent }?.number ?? 0
        return [
            "term_id": .string(String(term.number)), "name": .string(term.name), "slug": .string(term.slug),
            "term_group": "0", "term_taxonomy_id": .string(String(term.number)),
            "taxonomy": .string(term.taxonomy.rawValue), "description": .string(term.description),
            "parent": .string(String(parent)), "count": .int(Int64(count)), "custom_fields": [],
        ]
    }

    private static func taxonomy(_ taxonomy: Term.Taxonomy) -> XMLRPCValue {
        [
            "name": .string(taxonomy.rawValue), "label": .string(taxonomy == .category ? "Categories" : "Tags"),
            "hierarchical": .bool(taxonomy == .category), "public": true, "show_ui": true, "_builtin": true,
            "object_type": ["post"],
        ]
    }

    private static func named(_ value: XMLRPCValue?) throws -> Term.Taxonomy {
        switch value?.text {
        case "category": .category
        case "post_tag": .tag
        default: throw XMLRPCFault(403, "Invalid taxonomy.")
        }
    }

    private static func all(
        _ request: XMLRPCRequest, _ taxonomy: Term.Taxonomy
    ) async throws -> ([Term], [Term.ID: Int]) {
        let counted = try await request.services.read { tx, site in try tx.terms(of: taxonomy, site: site.id) }
        return (
            counted.map(\.term),
            Dictionary(counted.map { ($0.term.id, $0.posts) }, uniquingKeysWith: { first, _ in first })
        )
    }

    private static func categories(_ request: XMLRPCRequest) async throws -> XMLRPCValue {
        let terms = try await all(request, .category).0
        return .array(
            terms.map { term in
                [
                    "categoryId": .string(String(term.number)),
                    "parentId": .string(String(terms.first { $0.id == term.parent }?.number ?? 0)),
                    "categoryName": .string(term.name), "description": .string(term.name),
                    "categoryDescription": .string(term.description),
                    "htmlUrl": .string(url(term, terms, request)),
                    "rssUrl": .string(url(term, terms, request) + "feed/"),
                ]
            })
    }

    private static func url(_ term: Term, _ terms: [Term], _ request: XMLRPCRequest) -> String {
        let link = TermLink(term, among: Dictionary(terms.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }))
        return request.services.location.absolute(Address.archive(of: link)?.path ?? "/")
    }

    private static func make(
        _ content: XMLRPCValue, _ taxonomy: Term.Taxonomy, _ request: XMLRPCRequest
    ) async throws -> Int64 {
        try request.require(.arrange)
        let parent = content["parent"]?.integer ?? content["parent_id"]?.integer ?? 0
        return try await SaveTerm(request.services.database, actor: request.writer.actor).add(
            SaveTerm.Draft(
                name: content["name"]?.text ?? "", slug: content["slug"]?.text ?? "",
                description: content["description"]?.text ?? "", parent: parent > 0 ? parent : nil),
            to: taxonomy, now: request.now
        ).number
    }

    private static func delete(
        _ number: Int64, _ taxonomy: Term.Taxonomy, _ request: XMLRPCRequest
    ) async throws -> XMLRPCValue {
        try request.require(.arrange)
        try await RemoveTerm(request.services.database, actor: request.writer.actor)
            .remove(number, of: taxonomy, now: request.now)
        return true
    }
}
