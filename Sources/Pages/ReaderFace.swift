package import Model
package import NIOCore
import Synchronization

/// What fills the holes of pages for one reader who is logged in.
package struct ReaderFace: Sendable {
    private let holes: [Hole: ByteBuffer]
    package let hasPicture: Bool
    private let likes: Set<Post.ID>
    private let ends: Instant

    /// - Parameters:
    ///   - holes: HTML that is escaped already.
    ///   - ends: when their session does.
    package init(holes: [Hole: String], hasPicture: Bool, likes: Set<Post.ID>, ends: Instant) {
        self.holes = holes.mapValues { ByteBuffer(string: $0) }
        self.hasPicture = hasPicture
        self.likes = likes
        self.ends = ends
    }

    package func isLoggedIn(at now: Instant) -> Bool { now < ends }

    package func likes(_ post: Post.ID) -> Bool { likes.contains(post) }

    /// Which of a post's pages for readers who are logged in is theirs, but for the holes.
    package func variant(on post: Post.ID) -> String {
        "reader" + (hasPicture ? " with a picture" : "") + (likes.contains(post) ? " who likes it" : "")
    }

    package func filling(of hole: Hole) -> ByteBuffer { holes[hole] ?? ByteBuffer(string: hole.otherwise) }
}

/// The faces of readers who come again, as long as nothing was written since they were read.
package final class ReaderFaces: Sendable {
    private struct Kept: Sendable {
        let face: ReaderFace
        let generation: Int
    }

    /// A few megabytes. Who is left out is read anew.
    private static let most = 5_000

    private let kept = Mutex<[String: Kept]>([:])

    package init() {}

    /// - Parameters:
    ///   - token: of the reader's cookie.
    ///   - generation: of the page store now.
    package func face(_ token: String, generation: Int, now: Instant) -> ReaderFace? {
        guard let known = kept.withLock({ $0[token] }), known.generation == generation,
            known.face.isLoggedIn(at: now)
        else { return nil }
        return known.face
    }

    /// - Parameter generation: noted before the face was read.
    package func keep(_ face: ReaderFace, for token: String, generation: Int) {
        kept.withLock { kept in
            if kept.count >= Self.most { kept = kept.filter { $0.value.generation == generation } }
            if kept.count >= Self.most { kept.removeAll() }
            kept[token] = Kept(face: face, generation: generation)
        }
    }
}
