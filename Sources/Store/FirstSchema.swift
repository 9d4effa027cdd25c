internal import Database

extension Migration {
    static let firstSchema = Migration(version: 1, name: "first schema") { dialect in
        siteTables(dialect) + postTables(dialect) + listTables(dialect) + commentTables(dialect)
            + importTables(dialect) + journalTables(dialect)
    }

    private static func siteTables(_ d: Dialect) -> [String] {
        [
            """
            CREATE TABLE schema_migration (
                version \(d.integer) PRIMARY KEY, name \(d.text) NOT NULL, applied_at \(d.integer) NOT NULL)\(d.table)
            """,
            """
            CREATE TABLE site (
                id \(d.identity), title \(d.text) NOT NULL, tagline \(d.text) NOT NULL, language \(d.text) NOT NULL,
                time_zone \(d.text) NOT NULL, permalinks \(d.text) NOT NULL, origin \(d.text) NOT NULL,
                posts_per_page \(d.integer) NOT NULL CHECK (posts_per_page > 0),
                comments_per_page \(d.integer) NOT NULL CHECK (comments_per_page > 0),
                feed_items \(d.integer) NOT NULL CHECK (feed_items > 0),
                front_page \(d.integer), posts_page \(d.integer))\(d.table)
            """,
            """
            CREATE TABLE account (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), number \(d.integer) NOT NULL,
                login \(d.text) NOT NULL, slug \(d.text) NOT NULL, display_name \(d.text) NOT NULL,
                first_name \(d.text) NOT NULL, last_name \(d.text) NOT NULL, email \(d.text) NOT NULL,
                role \(d.text) NOT NULL DEFAULT 'author'
                    CHECK (role IN ('owner', 'editor', 'author', 'contributor', 'moderator')),
                meta \(d.text) NOT NULL DEFAULT '[]',
                UNIQUE (site_id, number), UNIQUE (site_id, login), UNIQUE (site_id, slug))\(d.table)
            """,
            """
            CREATE TABLE term (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), number \(d.integer) NOT NULL,
                taxonomy \(d.text) NOT NULL, slug \(d.text) NOT NULL, name \(d.text) NOT NULL,
                description \(d.text) NOT NULL, parent_id \(d.integer) REFERENCES term (id),
                meta \(d.text) NOT NULL DEFAULT '[]',
                UNIQUE (site_id, number), UNIQUE (site_id, taxonomy, slug))\(d.table)
            """,
            "CREATE INDEX term_child ON term (parent_id)",
        ]
    }

    private static func postTables(_ d: Dialect) -> [String] {
        [
            """
            CREATE TABLE post (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), number \(d.integer) NOT NULL,
                kind \(d.text) NOT NULL,
                status \(d.text) NOT NULL
                    CHECK (status IN ('published', 'scheduled', 'draft', 'pending', 'private', 'trash')),
                title \(d.text) NOT NULL, slug \(d.text) NOT NULL,
                author_id \(d.integer) REFERENCES account (id), parent_id \(d.integer) REFERENCES post (id),
                menu_order \(d.integer) NOT NULL, format \(d.text) NOT NULL,
                sticky \(d.integer) NOT NULL CHECK (sticky IN (0, 1)), password \(d.text),
                comments_open \(d.integer) NOT NULL CHECK (comments_open IN (0, 1)),
                pings_open \(d.integer) NOT NULL CHECK (pings_open IN (0, 1)),
                published_at \(d.integer), local_date \(d.text), modified_at \(d.integer) NOT NULL,
                guid \(d.text) NOT NULL, featured_image_id \(d.integer) REFERENCES post (id) ON DELETE SET NULL,
                comment_count \(d.integer) NOT NULL DEFAULT 0, thread_count \(d.integer) NOT NULL DEFAULT 0,
                version \(d.integer) NOT NULL DEFAULT 1,
                origin \(d.text) NOT NULL CHECK (origin IN ('here', 'imported')),
                UNIQUE (site_id, number),
                CHECK (status <> 'published' OR (published_at IS NOT NULL AND local_date IS NOT NULL)))\(d.table)
            """,
            "CREATE INDEX post_slug ON post (site_id, kind, slug)",
            "CREATE INDEX post_child ON post (parent_id, kind, menu_order, id)",
            "CREATE INDEX post_kind ON post (site_id, kind, status, modified_at, id)",
            "CREATE INDEX post_author ON post (author_id)",
            "CREATE INDEX post_image ON post (featured_image_id) WHERE featured_image_id IS NOT NULL",
            "CREATE INDEX post_scheduled ON post (site_id, published_at) WHERE status = 'scheduled'",
            """
            CREATE INDEX post_sitemap ON post (site_id, id)
            WHERE status = 'published' AND password IS NULL AND kind IN ('post', 'page')
            """,
            """
            CREATE TABLE post_body (
                post_id \(d.integer) PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE, excerpt \(d.text) NOT NULL,
                teaser \(d.text), more_text \(d.text), source_format \(d.text) NOT NULL,
                excerpt_source \(d.text) NOT NULL, sanitizer_version \(d.integer) NOT NULL, html \(d.text) NOT NULL,
                source \(d.text) NOT NULL)\(d.table)
            """,
            """
            CREATE TABLE post_meta (
                post_id \(d.integer) NOT NULL REFERENCES post (id) ON DELETE CASCADE, ordinal \(d.integer) NOT NULL,
                key \(d.text) NOT NULL, value \(d.text) NOT NULL, PRIMARY KEY (post_id, ordinal))\(d.table)
            """,
            """
            CREATE TABLE post_term (
                post_id \(d.integer) NOT NULL REFERENCES post (id) ON DELETE CASCADE,
                term_id \(d.integer) NOT NULL REFERENCES term (id), ordinal \(d.integer) NOT NULL,
                PRIMARY KEY (post_id, term_id))\(d.keyTable)
            """,
            "CREATE INDEX post_term_term ON post_term (term_id)",
            """
            CREATE TABLE medium (
                post_id \(d.integer) PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE,
                site_id \(d.integer) NOT NULL REFERENCES site (id), source_url \(d.text) NOT NULL,
                path \(d.text) NOT NULL, mime_type \(d.text) NOT NULL, alternative_text \(d.text) NOT NULL,
                width \(d.integer), height \(d.integer))\(d.table)
            """,
            "CREATE INDEX medium_path ON medium (site_id, path)",
        ]
    }

    /// `listing` holds, for each list that readers page through, its posts in their order; `tally` holds their number.
    private static func listTables(_ d: Dialect) -> [String] {
        [
            """
            CREATE TABLE listing (
                site_id \(d.integer) NOT NULL REFERENCES site (id),
                list \(d.text) NOT NULL
                    CHECK (list IN ('home', 'sticky', 'author', 'term', 'year', 'month', 'day')),
                key \(d.integer) NOT NULL, published_at \(d.integer) NOT NULL,
                post_id \(d.integer) NOT NULL REFERENCES post (id) ON DELETE CASCADE,
                PRIMARY KEY (site_id, list, key, published_at, post_id))\(d.keyTable)
            """,
            "CREATE INDEX listing_post ON listing (post_id)",
            """
            CREATE TABLE tally (
                site_id \(d.integer) NOT NULL REFERENCES site (id), list \(d.text) NOT NULL, key \(d.integer) NOT NULL,
                posts \(d.integer) NOT NULL, PRIMARY KEY (site_id, list, key))\(d.keyTable)
            """,
            """
            CREATE TABLE address (
                site_id \(d.integer) NOT NULL REFERENCES site (id), path \(d.text) NOT NULL,
                post_id \(d.integer) REFERENCES post (id) ON DELETE CASCADE, redirect_to \(d.text),
                is_canonical \(d.integer) NOT NULL CHECK (is_canonical IN (0, 1)), spelled \(d.text) NOT NULL,
                PRIMARY KEY (site_id, path),
                CHECK ((post_id IS NULL) <> (redirect_to IS NULL)),
                CHECK (is_canonical = 0 OR post_id IS NOT NULL))\(d.keyTable)
            """,
            "CREATE UNIQUE INDEX address_canonical ON address (post_id) WHERE is_canonical = 1",
            "CREATE INDEX address_post ON address (post_id) WHERE post_id IS NOT NULL",
            """
            CREATE TABLE navigation (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), menu \(d.text) NOT NULL,
                location \(d.text) NOT NULL, ordinal \(d.integer) NOT NULL,
                parent_id \(d.integer) REFERENCES navigation (id) ON DELETE CASCADE, label \(d.text) NOT NULL,
                post_id \(d.integer) REFERENCES post (id) ON DELETE CASCADE,
                term_id \(d.integer) REFERENCES term (id) ON DELETE CASCADE, url \(d.text))\(d.table)
            """,
            "CREATE INDEX navigation_menu ON navigation (site_id, menu, ordinal)",
            "CREATE INDEX navigation_parent ON navigation (parent_id)",
            "CREATE INDEX navigation_post ON navigation (post_id)",
            "CREATE INDEX navigation_term ON navigation (term_id)",
        ]
    }

    private static func commentTables(_ d: Dialect) -> [String] {
        [
            """
            CREATE TABLE comment (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), number \(d.integer) NOT NULL,
                post_id \(d.integer) NOT NULL REFERENCES post (id) ON DELETE CASCADE,
                parent_id \(d.integer) REFERENCES comment (id), root_id \(d.integer) REFERENCES comment (id),
                path \(d.text) NOT NULL, depth \(d.integer) NOT NULL,
                kind \(d.text) NOT NULL CHECK (kind IN ('comment', 'pingback', 'trackback')),
                status \(d.text) NOT NULL CHECK (status IN ('approved', 'held', 'spam', 'trash', 'post-trashed')),
                author_name \(d.text) NOT NULL, author_url \(d.text) NOT NULL, author_email \(d.text) NOT NULL,
                author_ip \(d.text) NOT NULL, account_id \(d.integer) REFERENCES account (id),
                source \(d.text) NOT NULL, html \(d.text) NOT NULL, sanitizer_version \(d.integer) NOT NULL,
                created_at \(d.integer) NOT NULL, local_date \(d.text) NOT NULL, meta \(d.text) NOT NULL DEFAULT '[]',
                thread_size \(d.integer) NOT NULL DEFAULT 0,
                UNIQUE (site_id, number))\(d.table)
            """,
            "CREATE INDEX comment_thread ON comment (post_id, status, path)",
            "CREATE INDEX comment_top ON comment (post_id, path, thread_size) WHERE thread_size > 0",
            "CREATE INDEX comment_ping ON comment (post_id, path) WHERE kind <> 'comment'",
            """
            CREATE INDEX comment_newest ON comment (site_id, created_at, id)
            WHERE kind = 'comment' AND status = 'approved'
            """,
            """
            CREATE INDEX comment_recent ON comment (post_id, created_at, id)
            WHERE kind = 'comment' AND status = 'approved'
            """,
            "CREATE INDEX comment_parent ON comment (parent_id) WHERE parent_id IS NOT NULL",
            "CREATE INDEX comment_root ON comment (root_id) WHERE root_id IS NOT NULL",
            "CREATE INDEX comment_account ON comment (account_id) WHERE account_id IS NOT NULL",
        ]
    }

    private static func importTables(_ d: Dialect) -> [String] {
        [
            """
            CREATE TABLE imported (
                site_id \(d.integer) NOT NULL REFERENCES site (id), source \(d.text) NOT NULL, kind \(d.text) NOT NULL,
                key \(d.text) NOT NULL, local_id \(d.integer) NOT NULL, digest \(d.text) NOT NULL,
                local_version \(d.integer) NOT NULL, PRIMARY KEY (site_id, source, kind, key))\(d.keyTable)
            """,
            """
            CREATE TABLE number_alias (
                site_id \(d.integer) NOT NULL REFERENCES site (id), kind \(d.text) NOT NULL, source \(d.text) NOT NULL,
                old_number \(d.integer) NOT NULL, local_id \(d.integer) NOT NULL,
                PRIMARY KEY (site_id, kind, old_number, source))\(d.keyTable)
            """,
            """
            CREATE TABLE number_given (
                site_id \(d.integer) NOT NULL REFERENCES site (id), kind \(d.text) NOT NULL,
                last \(d.integer) NOT NULL, PRIMARY KEY (site_id, kind))\(d.keyTable)
            """,
        ]
    }

    private static func journalTables(_ d: Dialect) -> [String] {
        [
            """
            CREATE TABLE event (
                id \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), at \(d.integer) NOT NULL,
                actor \(d.text) NOT NULL, verb \(d.text) NOT NULL, object_kind \(d.text) NOT NULL,
                object_id \(d.integer), before \(d.text), after \(d.text))\(d.table)
            """,
            "CREATE INDEX event_object ON event (site_id, object_kind, object_id, id)",
            """
            CREATE TABLE touched (
                seq \(d.identity), site_id \(d.integer) NOT NULL REFERENCES site (id), subject \(d.text) NOT NULL,
                at \(d.integer) NOT NULL)\(d.table)
            """,
        ]
    }
}
