import HummingbirdCore
package import Model
import Synchronization

/// How often each post was read since this was last written down: numbers, and nothing of who read.
package final class ViewCounter: Sendable {
    private let views = Mutex<[Post.ID: Int]>([:])

    package init() {}

    package func count(_ post: Post.ID) { views.withLock { $0[post, default: 0] += 1 } }

    /// - Parameter post: nil where nothing is counted.
    func count(_ post: Post.ID?, for request: Request) {
        guard let post, request.isReading else { return }
        count(post)
    }

    /// What was counted, which begins anew.
    package func take() -> [Post.ID: Int] {
        views.withLock { views in
            defer { views = [:] }
            return views
        }
    }

    /// Gives back what could not be written down.
    package func putBack(_ taken: [Post.ID: Int]) {
        views.withLock { $0.merge(taken, uniquingKeysWith: +) }
    }
}
