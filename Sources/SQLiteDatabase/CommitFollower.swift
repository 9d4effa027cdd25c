internal import Database
internal import Synchronization

/// Who is told of commits. Every write holds on to it.
final class CommitFollower: Sendable {
    let checkpoints: Checkpoints
    private let follow = Mutex<(@Sendable (any ReadTransaction) -> Void)?>(nil)

    init(_ checkpoints: Checkpoints) { self.checkpoints = checkpoints }

    func set(_ follow: @escaping @Sendable (any ReadTransaction) -> Void) { self.follow.withLock { $0 = follow } }

    func didCommit(_ transaction: SQLiteTransaction) { follow.withLock { $0 }?(transaction) }
}
