package import Database
package import Model

/// Somebody's trip to a provider, and what they had typed before they left.
package struct StoredAttempt: Hashable, Sendable {
    /// A digest of the state that travels along.
    package var state: String
    /// A digest of the token in the cookie of the browser that set out.
    package var browser: String
    /// By its name in addresses.
    package var provider: String
    /// What the login is for, by the words of who began it.
    package var purpose: String
    /// Sealed.
    package var attempt: String
    /// Where it leads back to.
    package var path: String
    /// In JSON; empty where nothing was typed.
    package var draft: String
    /// Why nobody was logged in, in the words of who tells it; empty until then.
    package var fault: String
    package var createdAt: Instant
    package var endsAt: Instant
    package var usedAt: Instant?

    package init(
        state: String, browser: String, provider: String, purpose: String, attempt: String, path: String,
        draft: String = "",
        fault: String = "", createdAt: Instant, endsAt: Instant, usedAt: Instant? = nil
    ) {
        self.state = state
        self.browser = browser
        self.provider = provider
        self.purpose = purpose
        self.attempt = attempt
        self.path = path
        self.draft = draft
        self.fault = fault
        self.createdAt = createdAt
        self.endsAt = endsAt
        self.usedAt = usedAt
    }
}

extension ReadTransaction {
    /// - Parameter state: its digest.
    package func loginAttempt(state: String) throws -> StoredAttempt? {
        try first(
            "SELECT \(raw: attemptColumns) FROM login_attempt WHERE state = \(state)", decode: StoredAttempt.init(row:))
    }

    /// The last one with something typed that a browser began on a page.
    package func loginAttempt(from browser: String, path: String) throws -> StoredAttempt? {
        try first(
            """
            SELECT \(raw: attemptColumns) FROM login_attempt WHERE browser = \(browser) AND path = \(path)
            ORDER BY created_at DESC LIMIT 1
            """, decode: StoredAttempt.init(row:))
    }
}

extension WriteTransaction {
    package func insert(_ attempt: StoredAttempt, site: Site.ID) throws {
        try run(
            """
            INSERT INTO login_attempt (state, site_id, browser, provider, purpose, attempt, path, draft, fault,
                created_at, ends_at)
            VALUES (\(attempt.state), \(site), \(attempt.browser), \(attempt.provider), \(attempt.purpose),
                \(attempt.attempt), \(attempt.path), \(attempt.draft), \(attempt.fault), \(attempt.createdAt), \(attempt.endsAt))
            """)
    }

    /// Once only; false for one that was used.
    package func useLoginAttempt(_ state: String, at now: Instant) throws -> Bool {
        try run(
            """
            UPDATE login_attempt SET used_at = \(now), attempt = '' WHERE state = \(state) AND used_at IS NULL
            """) > 0
    }

    package func set(fault: String, ofLoginAttempt state: String) throws {
        try run("UPDATE login_attempt SET fault = \(fault) WHERE state = \(state)")
    }

    /// What was typed has been sent, or is not wanted any more.
    package func deleteLoginAttempts(from browser: String, path: String) throws {
        try run("DELETE FROM login_attempt WHERE browser = \(browser) AND path = \(path)")
    }

    package func deleteLoginAttempts(endedBefore instant: Instant) throws {
        try run("DELETE FROM login_attempt WHERE ends_at < \(instant)")
    }
}

private let attemptColumns: StaticString =
    "state, browser, provider, purpose, attempt, path, draft, fault, created_at, ends_at, used_at"

extension StoredAttempt {
    fileprivate init(row: any Row) {
        self.init(
            state: row.text(0), browser: row.text(1), provider: row.text(2), purpose: row.text(3), attempt: row.text(4),
            path: row.text(5), draft: row.text(6), fault: row.text(7), createdAt: row.instant(8),
            endsAt: row.instant(9), usedAt: row.optionalInstant(10))
    }
}
