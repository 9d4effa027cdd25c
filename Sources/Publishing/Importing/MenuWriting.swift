import Database
import Exchange
import Model
import Store

/// Turns WordPress's menus, which an export holds as items of a kind of their own, into the site's navigation.
struct MenuWriting: Sendable {
    let items: [ItemRecord]
    let source: String
    let address: OldAddress
    let site: Site.ID
    let now: Instant
    /// Rows by their old number.
    let posts: [Int64: Post.ID]
    let terms: [Int64: Term.ID]

    /// The number of menus that were written.
    func write(in tx: any WriteTransaction) throws -> Int {
        let menus = Dictionary(grouping: items) { item in
            item.terms.first { $0.taxonomy == "nav_menu" }.map { $0.slug.isEmpty ? $0.name : $0.slug } ?? ""
        }
        let primary = Self.primary(among: menus.filter { !$0.key.isEmpty }.mapValues(\.count))
        var written = 0
        for (menu, items) in menus.sorted(by: { $0.key < $1.key }) where !menu.isEmpty {
            let key = ImportKey(source: source, kind: .menu, key: menu)
            let digest = ImportDigest.of(items.map { ImportDigest.of($0) })
            if try tx.importRecord(key, site: site)?.digest == digest { continue }
            try tx.setNavigation(
                menu: menu, location: menu == primary ? "primary" : "", entries(of: items), site: site, at: now)
            try tx.note(ImportRecord(localID: 0, digest: digest), for: key, site: site)
            written += 1
        }
        return written
    }

    /// An export does not say which menu stands in the head of the site: the name often does, else the longest is it.
    static func primary(among menus: [String: Int]) -> String? {
        let telling = ["primary", "main", "header", "top", "nav"]
        func rank(_ menu: String) -> Int {
            telling.firstIndex { menu.lowercased().contains($0) } ?? telling.count
        }
        return menus.min {
            (rank($0.key), -$0.value, $0.key) < (rank($1.key), -$1.value, $1.key)
        }?.key
    }

    private func entries(of items: [ItemRecord]) -> [NewNavigationItem] {
        let ordered = items.sorted { ($0.menuOrder, $0.id ?? 0) < ($1.menuOrder, $1.id ?? 0) }
        var positions: [Int64: Int] = [:]
        var entries: [NewNavigationItem] = []
        for item in ordered {
            guard let target = target(of: item) else { continue }
            let parent = item.meta("_menu_item_menu_item_parent").flatMap { Int64($0) }.flatMap { positions[$0] }
            if let number = item.id { positions[number] = entries.count }
            entries.append(NewNavigationItem(label: item.title, target: target, parent: parent))
        }
        return entries
    }

    private func target(of item: ItemRecord) -> NewNavigationItem.Target? {
        let number = item.meta("_menu_item_object_id").flatMap { Int64($0) } ?? 0
        switch item.meta("_menu_item_type") {
        case "post_type": return posts[number].map { .post($0) }
        case "taxonomy": return terms[number].map { .term($0) }
        default:
            guard let url = item.meta("_menu_item_url"), !url.isEmpty else { return nil }
            return .url(address.path(of: url) ?? url)
        }
    }
}
