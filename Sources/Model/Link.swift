/// An address elsewhere that the site names, and what is known of it.
package struct Link: Hashable, Sendable {
    package typealias ID = Model.ID<Link>

    package enum State: String, Hashable, Sendable, CaseIterable {
        case unchecked, working
        /// It did not answer, not yet often enough to be called dead.
        case failing
        case dead
        /// It cannot be asked, or does not let this program in: nobody knows.
        case barred
    }

    package let id: ID
    /// Without a fragment.
    package let address: String
    package let host: String
    package var state: State
    /// Its server does not answer HEAD.
    package var wantsGet: Bool
    /// Days on which it failed, one after the other.
    package var failures: Int
    /// Of the last answer; nil where none came.
    package var status: Int?
    /// One sentence on what was wrong the last time; empty where nothing was.
    package var problem: String
    /// Where it says that it is for good.
    package var movedTo: String?
    package var checkedAt: Instant?
    package var workedAt: Instant?
    package var failingSince: Instant?
    /// When it is asked next.
    package var dueAt: Instant
    /// An address that keeps what stood there, as the owner has attached it.
    package var archive: String?
    /// The owner has said that it is fine as it is.
    package var isIgnored: Bool

    package init(
        id: ID, address: String, host: String, state: State = .unchecked, wantsGet: Bool = false, failures: Int = 0,
        status: Int? = nil, problem: String = "", movedTo: String? = nil, checkedAt: Instant? = nil,
        workedAt: Instant? = nil, failingSince: Instant? = nil, dueAt: Instant, archive: String? = nil,
        isIgnored: Bool = false
    ) {
        self.id = id
        self.address = address
        self.host = host
        self.state = state
        self.wantsGet = wantsGet
        self.failures = failures
        self.status = status
        self.problem = problem
        self.movedTo = movedTo
        self.checkedAt = checkedAt
        self.workedAt = workedAt
        self.failingSince = failingSince
        self.dueAt = dueAt
        self.archive = archive
        self.isIgnored = isIgnored
    }
}
