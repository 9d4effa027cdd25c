/// The record of what writes touched, as the page store sees it: this process's writes and those of others.
package protocol Journal: Sendable {
    /// Whether nothing was committed, by any process, since `catchUp` last read. Asked on the event loop for every hit:
    /// it must not block and should take well under a microsecond.
    func isCurrent() -> Bool

    /// Reads what was committed and gives it to `PageStore.touch`; returns when that is done.
    func catchUp() async throws
}

/// For a store that no other process writes beside.
package struct NoJournal: Journal {
    package init() {}

    package func isCurrent() -> Bool { true }

    package func catchUp() {}
}
