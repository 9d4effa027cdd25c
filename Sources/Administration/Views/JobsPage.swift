package import Themes

/// Work that waits, and work that was given up.
package struct JobsPage: PageView {
    package var action: SafeURL
    package var dead: [DeadJobRow]
    package var waiting: [WaitingJobRow]

    package init(action: SafeURL, dead: [DeadJobRow], waiting: [WaitingJobRow]) {
        self.action = action
        self.dead = dead
        self.waiting = waiting
    }

    package static let template = "jobs"

    package static let fields: [Field<JobsPage>] = [
        .url("action") { $0.action },
        .list("dead") { $0.dead },
        .flag("hasDead") { !$0.dead.isEmpty },
        .list("waiting") { $0.waiting },
        .flag("hasWaiting") { !$0.waiting.isEmpty },
    ]
}

package struct DeadJobRow: View {
    package var id: String
    /// “A mail”, “A file to fetch” …
    package var what: String
    package var key: String
    package var error: String
    package var attempts: String

    package init(id: String, what: String, key: String, error: String, attempts: String) {
        self.id = id
        self.what = what
        self.key = key
        self.error = error
        self.attempts = attempts
    }

    package static let fields: [Field<DeadJobRow>] = [
        .text("id") { $0.id },
        .text("what") { $0.what },
        .text("key") { $0.key },
        .text("error") { $0.error },
        .text("attempts") { $0.attempts },
    ]
}

package struct WaitingJobRow: View {
    package var what: String
    package var count: String
    package var next: String
    /// How many of them failed before; nil for none.
    package var failed: String?

    package init(what: String, count: String, next: String, failed: String?) {
        self.what = what
        self.count = count
        self.next = next
        self.failed = failed
    }

    package static let fields: [Field<WaitingJobRow>] = [
        .text("what") { $0.what },
        .text("count") { $0.count },
        .text("next") { $0.next },
        .optionalText("failed") { $0.failed },
    ]
}
