package import Database
import EDTF
package import Model

extension PostEvent.State: SQLValue {}

extension ReadTransaction {
    /// In any state.
    package func event(of post: Post.ID) throws -> PostEvent? {
        try first("SELECT fields FROM post_event WHERE post_id = \(post)") { PostEvent(stored: $0.text(0)) } ?? nil
    }

    /// Those that readers see.
    package func shownEvents(of posts: [Post.ID]) throws -> [Post.ID: PostEvent] {
        let found: [(Post.ID, PostEvent?)] = try all(
            "SELECT post_id, fields FROM post_event WHERE state = 'certain' AND post_id IN \(list: posts)"
        ) { ($0.id(0), PostEvent(stored: $0.text(1))) }
        return Dictionary(found.compactMap { id, event in event.map { (id, $0) } }) { first, _ in first }
    }
}

extension WriteTransaction {
    /// Says what a post tells of; nil takes it away.
    package func set(_ event: PostEvent?, of post: Post.ID, site: Site.ID, at now: Instant) throws {
        guard let event else {
            try minding(site, at: now) { _ = try run("DELETE FROM post_event WHERE post_id = \(post)") }
            try touchChronicle(of: post, site: site, at: now)
            return
        }
        let span = EventSpan(event)
        let (first, last) = (span.first.map(EventSpan.key), span.last.map(EventSpan.key))
        try run(
            """
            INSERT INTO post_event (post_id, site_id, fields, state, first_day, last_day, month, day, other_month,
                other_day, is_lasting, is_listed)
            VALUES (\(post), \(site), \(event.stored), \(event.state), \(first), \(last), \(span.day?.month),
                \(span.day?.day), \(span.gregorianDay?.month), \(span.gregorianDay?.day), \(span.isLasting), 0)
            ON CONFLICT (post_id) DO UPDATE SET fields = excluded.fields, state = excluded.state,
                first_day = excluded.first_day, last_day = excluded.last_day, month = excluded.month,
                day = excluded.day, other_month = excluded.other_month, other_day = excluded.other_day,
                is_lasting = excluded.is_lasting
            """)
        try relistEvent(of: post, site: site, at: now)
        try touchChronicle(of: post, site: site, at: now)
    }

    /// Brings what readers see in line with the post's row.
    func relistEvent(of post: Post.ID, site: Site.ID, at now: Instant) throws {
        try minding(site, at: now) {
            _ = try run(
                """
                UPDATE post_event SET is_listed = CASE WHEN state = 'certain' AND EXISTS (
                    SELECT 1 FROM post WHERE post.id = post_event.post_id AND kind = 'post' AND status = 'published')
                    THEN 1 ELSE 0 END
                WHERE post_id = \(post)
                """)
        }
    }

    /// Every page says whether there is a timeline.
    private func minding(_ site: Site.ID, at now: Instant, _ change: () throws -> Void) throws {
        let had = try hasEvents(site: site)
        try change()
        if try hasEvents(site: site) != had { try touch(.site, site: site, at: now) }
    }

    private func touchChronicle(of post: Post.ID, site: Site.ID, at now: Instant) throws {
        try touch(.post(post), site: site, at: now)
        try touch(.lists, site: site, at: now)
    }
}

extension PostEvent {
    /// A line for each field.
    package var stored: String { fields.map { "\($0.name) \($0.value.singleLine)" }.joined(separator: "\n") }

    package init?(stored: String) {
        var fields: [Substring: String] = [:]
        for line in stored.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 1)
            if parts.count == 2 { fields[parts[0]] = String(parts[1]) }
        }
        self.init { fields[Substring($0)] }
    }
}

extension String {
    fileprivate var singleLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
