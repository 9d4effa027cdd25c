import Citations
package import Database
package import Model
package import Store

/// The sources that a post cites, as exports carry them: one custom field, which WordPress keeps without looking at it.
enum CarriedSources {
    static let key = "_thaw_sources"

    static func isCarried(_ entry: MetaEntry) -> Bool { entry.key == key }

    /// Those that came along.
    static func references(in meta: [MetaEntry]) -> [Reference] {
        meta.filter(isCarried).flatMap { (try? CSLJSON.read(Array($0.value.utf8)))?.references ?? [] }
    }
}

extension ReadTransaction {
    /// Nil for a post that cites nothing that is here.
    func carriedSources(citedBy body: PostBody?, site: Site.ID) throws -> MetaEntry? {
        guard let keys = body?.cited, !keys.isEmpty else { return nil }
        let items = try sources(citedBy: keys, site: site).map(\.csl)
        return items.isEmpty
            ? nil : MetaEntry(key: CarriedSources.key, value: "[" + items.joined(separator: ",") + "]")
    }

    /// In the order of the keys; what there is of them.
    package func sources(citedBy keys: [String], site: Site.ID) throws -> [StoredSource] {
        var found: [String: StoredSource] = [:]
        var rest = keys[...]
        while !rest.isEmpty {
            for source in try sources(keys: Array(rest.prefix(500)), site: site) { found[source.key] = source }
            rest = rest.dropFirst(500)
        }
        return keys.compactMap { found[$0] }
    }
}

extension WriteTransaction {
    /// What is here already stays. Gives how many came.
    func takeSources(_ references: [Reference], site: Site.ID, at now: Instant) throws -> Int {
        try references.count { reference in
            guard try source(reference.key, site: site) == nil else { return false }
            try set(StoredSource(reference), site: site, at: now)
            return true
        }
    }
}
