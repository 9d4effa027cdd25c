package import Database
package import Model

/// What names an address.
package enum LinkPlace: String, Sendable, SQLValue {
    case post, source
}

/// An address with its host, as it is asked.
package struct NamedAddress: Hashable, Sendable {
    /// Without a fragment.
    package let address: String
    package let host: String

    package init(address: String, host: String) {
        self.address = address
        self.host = host
    }
}

extension ReadTransaction {
    /// Published posts and pages with what readers see of them, by their ids.
    package func publishedPages(after id: Post.ID, site: Site.ID, limit: Int) throws -> [(Post.ID, [SafeHTML])] {
        try all(
            """
            SELECT post.id, post_body.html FROM post JOIN post_body ON post_body.post_id = post.id
            WHERE post.site_id = \(site) AND post.id > \(id) AND post.kind IN ('post', 'page')
                AND post.status = 'published'
            ORDER BY post.id LIMIT \(limit)
            """
        ) { ($0.id(0), PostBody.pages(stored: $0.text(1))) }
    }

    package func addresses(namedBy place: LinkPlace, _ id: Int64) throws -> Set<String> {
        Set(
            try all(
                """
                SELECT link.address FROM link_place JOIN link ON link.id = link_place.link_id
                WHERE link_place.kind = \(place) AND link_place.place_id = \(id)
                """
            ) { $0.text(0) })
    }

    /// Posts and pages that name an address, with what their rendering is made of.
    package func bodies(naming link: Link.ID) throws -> [(id: Post.ID, number: Int64, body: PostBody)] {
        try all(
            """
            SELECT post_body.source, source_format, excerpt_source, html, teaser, more_text, excerpt,
                sanitizer_version, post.id, post.number
            FROM link_place JOIN post ON post.id = link_place.place_id
                JOIN post_body ON post_body.post_id = post.id
            WHERE link_place.link_id = \(link) AND link_place.kind = 'post' ORDER BY post.id
            """
        ) { row in (row.id(8), row.int64(9), try PostBody(row: row)) }
    }
}

extension WriteTransaction {
    /// From now on, a place names these addresses and no others; new ones are asked as soon as there is time.
    package func setAddresses(
        _ addresses: Set<NamedAddress>, namedBy place: LinkPlace, _ id: Int64, site: Site.ID, at now: Instant
    ) throws {
        try run("DELETE FROM link_place WHERE kind = \(place) AND place_id = \(id)")
        for named in addresses.sorted(by: { $0.address < $1.address }) {
            try run(
                """
                INSERT INTO link (site_id, address, host, state, wants_get, failures, problem, due_at, is_ignored)
                VALUES (\(site), \(named.address), \(named.host), 'unchecked', 0, 0, '', \(now), 0)
                ON CONFLICT (site_id, address) DO NOTHING
                """)
            try run(
                """
                INSERT INTO link_place (kind, place_id, link_id)
                SELECT \(place), \(id), id FROM link WHERE site_id = \(site) AND address = \(named.address)
                """)
        }
    }

    /// Posts that nobody reads any more, and sources that are gone, name nothing, and what nobody names is forgotten, save what the owner said of it.
    package func forgetUnnamedLinks(site: Site.ID) throws {
        try run(
            """
            DELETE FROM link_place WHERE kind = 'post' AND NOT EXISTS (
                SELECT 1 FROM post WHERE post.id = link_place.place_id AND post.status = 'published'
                    AND post.kind IN ('post', 'page'))
            """)
        try run(
            """
            DELETE FROM link_place WHERE kind = 'source' AND NOT EXISTS (
                SELECT 1 FROM source WHERE source.id = link_place.place_id)
            """)
        try run(
            """
            DELETE FROM link WHERE site_id = \(site) AND archive IS NULL AND is_ignored = 0
                AND NOT EXISTS (SELECT 1 FROM link_place WHERE link_place.link_id = link.id)
            """)
        try run(
            """
            DELETE FROM link_host WHERE site_id = \(site) AND NOT EXISTS (
                SELECT 1 FROM link WHERE link.site_id = link_host.site_id AND link.host = link_host.host)
            """)
    }
}
