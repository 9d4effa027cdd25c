package import Database
package import Model

/// Which addresses somebody looks at.
package enum LinkList: String, Sendable, CaseIterable {
    case dead, failing, moved, barred, unchecked, ignored, archived
}

/// Who names an address.
package struct NamingPlace: Hashable, Sendable {
    package let place: LinkPlace
    /// Of a post: its public number; of a source: its id.
    package let number: Int64
    /// Of a post; of a source: its key.
    package let title: String
    package let kind: Post.Kind
}

extension ReadTransaction {
    /// Those that somebody names, by their ids.
    package func links(_ list: LinkList, after id: Link.ID, site: Site.ID, limit: Int) throws -> [Link] {
        try all(
            """
            SELECT \(raw: linkColumns) FROM link
            WHERE site_id = \(site) AND id > \(id) AND \(raw: list.condition)
                AND EXISTS (SELECT 1 FROM link_place WHERE link_place.link_id = link.id)
            ORDER BY id LIMIT \(limit)
            """, decode: Link.init(row:))
    }

    package func count(of list: LinkList, site: Site.ID) throws -> Int {
        try first(
            """
            SELECT count(*) FROM link WHERE site_id = \(site) AND \(raw: list.condition)
                AND EXISTS (SELECT 1 FROM link_place WHERE link_place.link_id = link.id)
            """
        ) { $0.int(0) } ?? 0
    }

    /// In the order of their posts.
    package func places(naming link: Link.ID) throws -> [NamingPlace] {
        try all(
            """
            SELECT link_place.kind, coalesce(post.number, link_place.place_id), coalesce(post.title, source.key, ''),
                coalesce(post.kind, 'post')
            FROM link_place LEFT JOIN post ON link_place.kind = 'post' AND post.id = link_place.place_id
                LEFT JOIN source ON link_place.kind = 'source' AND source.id = link_place.place_id
            WHERE link_place.link_id = \(link) ORDER BY link_place.kind, link_place.place_id LIMIT 50
            """
        ) { row in
            NamingPlace(place: try row.case(0), number: row.int64(1), title: row.text(2), kind: try row.case(3))
        }
    }
}

extension LinkList {
    fileprivate var condition: StaticString {
        switch self {
        case .dead: "state = 'dead' AND is_ignored = 0 AND archive IS NULL"
        case .failing: "state = 'failing' AND is_ignored = 0"
        case .moved: "moved_to IS NOT NULL AND is_ignored = 0"
        case .barred: "state = 'barred' AND is_ignored = 0"
        case .unchecked: "state = 'unchecked' AND is_ignored = 0"
        case .ignored: "is_ignored = 1"
        case .archived: "archive IS NOT NULL"
        }
    }
}
