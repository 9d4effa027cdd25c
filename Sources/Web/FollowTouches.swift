package import Database
import Model
package import Pages
import Store
import Synchronization

/// Tells the page store what writes touched, in this process and in others: it follows the database's own version.
package final class FollowTouches: Journal {
    private struct State {
        var version: Int64?
        var sequence: Int64
    }

    private let database: any Database
    private let currentVersion: @Sendable () -> Int64?
    private let pages: PageStore
    private let state: Mutex<State>

    /// - Parameters:
    ///   - currentVersion: changes with every commit of any process; takes about a microsecond. Nil when it cannot be
    ///     asked: then nothing that is kept is trusted.
    ///   - sequence: the journal's newest number at the start, before anything was rendered.
    package init(
        _ database: any Database, currentVersion: @escaping @Sendable () -> Int64?, sequence: Int64, pages: PageStore
    ) {
        self.database = database
        self.currentVersion = currentVersion
        self.pages = pages
        state = Mutex(State(version: nil, sequence: sequence))
    }

    package func isCurrent() -> Bool {
        guard let version = currentVersion() else { return false }
        return state.withLock { $0.version == version }
    }

    package func catchUp() async throws {
        // Noted before reading: a commit in between makes the next look see another version, and read again.
        let version = currentVersion()
        let sequence = state.withLock { $0.sequence }
        take(try await database.read { tx in try tx.touched(after: sequence) }, at: version)
    }

    /// The same after a commit of this process, on the connection that committed: so that no reader has to.
    package func catchUp(in tx: any ReadTransaction) {
        let version = currentVersion()
        let sequence = state.withLock { $0.sequence }
        // Where it fails, the next reader tries again, and says so.
        guard let touches = try? tx.touched(after: sequence) else { return }
        take(touches, at: version)
    }

    private func take(_ touches: Touches, at version: Int64?) {
        if touches.isComplete {
            if !touches.subjects.isEmpty { pages.touch(touches.subjects, sequence: touches.latest) }
        } else {
            pages.touchEverything()
        }
        state.withLock { state in
            state.sequence = max(state.sequence, touches.latest)
            state.version = version
        }
    }
}
