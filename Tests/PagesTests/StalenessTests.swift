import Model
import Pages
import Synchronization
import Testing

/// A blog of a few posts as plain numbers, with a journal that this process and another one write to.
private final class Blog: Journal {
    struct State {
        var versions = [Int](repeating: 0, count: 4)
        var journal: [(sequence: Int64, post: Int)] = []
        var sequence: Int64 = 0
        var delivered: Int64 = 0
        var acknowledged = [Int](repeating: 0, count: 4)
        var staleAnswers = 0
    }

    let state = Mutex(State())
    let store: PageStore

    init(store: PageStore) { self.store = store }

    /// Commits; the caller acknowledges after it has delivered, or at once when it is another process.
    func write(post: Int) -> (version: Int, sequence: Int64) {
        state.withLock { state in
            state.versions[post] += 1
            state.sequence += 1
            state.journal.append((state.sequence, post))
            return (state.versions[post], state.sequence)
        }
    }

    func render(post: Int) async -> RenderedPage {
        let (version, mark) = state.withLock { ($0.versions[post], $0.sequence) }
        // Between the read and the end of the render others have their chance.
        for _ in 0..<(post + 1) { await Task.yield() }
        return rendered("\(version)", [.post(Post.ID(Int64(post)))], mark: mark)
    }

    func isCurrent() -> Bool { state.withLock { $0.delivered == $0.sequence } }

    func catchUp() {
        let rows = state.withLock { state in state.journal.filter { $0.sequence > state.delivered } }
        for row in rows { store.touch([.post(Post.ID(Int64(row.post)))], sequence: row.sequence) }
        state.withLock { $0.delivered = max($0.delivered, rows.last?.sequence ?? 0) }
    }
}

@Suite struct StalenessTests {
    @Test("no reader ever sees less than what was acknowledged before the request", arguments: [true, false])
    func race(writesAreOurs: Bool) async throws {
        let store = PageStore()
        let blog = Blog(store: store)
        if !writesAreOurs { store.follow(blog) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<2 {
                group.addTask {
                    for round in 0..<1500 {
                        let post = (round + writer) % 4
                        let (version, sequence) = blog.write(post: post)
                        if writesAreOurs { store.touch([.post(Post.ID(Int64(post)))], sequence: sequence) }
                        blog.state.withLock { $0.acknowledged[post] = max($0.acknowledged[post], version) }
                        await Task.yield()
                    }
                }
            }
            for reader in 0..<6 {
                group.addTask {
                    for round in 0..<1500 {
                        let post = (round * 7 + reader) % 4
                        let key = PageKey(target: "/\(post)/")
                        let least = blog.state.withLock { $0.acknowledged[post] }
                        let page: Page
                        if round % 2 == 0, let hit = store.hit(key, now: noon) {
                            page = hit
                        } else {
                            page = try await store.page(key, now: noon) { await blog.render(post: post) }
                        }
                        if try #require(Int(text(page))) < least { blog.state.withLock { $0.staleAnswers += 1 } }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(blog.state.withLock { $0.staleAnswers } == 0)
        #expect(store.statistics.hits > 0)
        #expect(store.statistics.misses > 0)
    }

    @Test("a hit is refused until another process's write has been read")
    func otherProcess() async throws {
        let store = PageStore()
        let blog = Blog(store: store)
        store.follow(blog)
        let key = PageKey(target: "/1/")
        _ = try await store.page(key, now: noon) { await blog.render(post: 1) }
        #expect(store.hit(key, now: noon) != nil)
        _ = blog.write(post: 1)
        #expect(store.hit(key, now: noon) == nil)
        let page = try await store.page(key, now: noon) { await blog.render(post: 1) }
        #expect(text(page) == "1")
        #expect(store.hit(key, now: noon).map(text) == "1")
    }
}
