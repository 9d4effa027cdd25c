import Model
import NIOCore
import Pages
import Synchronization
import Testing

@Suite struct PageStoreTests {
    private let key = PageKey(target: "/2012/02/25/slug/")

    @Test("a page is rendered once and then answered from the store")
    func keeps() async throws {
        let store = PageStore()
        let renders = Mutex(0)
        for _ in 0..<3 {
            let page = try await store.page(key, now: noon) {
                renders.withLock { $0 += 1 }
                return rendered("one")
            }
            #expect(text(page) == "one")
        }
        #expect(renders.withLock { $0 } == 1)
        #expect(store.hit(key, now: noon).map(text) == "one")
    }

    @Test("requests that come during a render wait for it")
    func singleFlight() async throws {
        let store = PageStore()
        let begun = Gate()
        let mayEnd = Gate()
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 {
                group.addTask { [key] in
                    let page = try await store.page(key, now: noon) {
                        begun.open()
                        await mayEnd.wait()
                        return rendered("shared")
                    }
                    return text(page)
                }
            }
            await begun.wait()
            while store.statistics.joined < 19 { await Task.yield() }
            mayEnd.open()
            for try await text in group { #expect(text == "shared") }
        }
        #expect(store.statistics.misses == 1)
    }

    @Test("a render that throws fails all who wait for it, and leaves nothing behind")
    func failure() async throws {
        struct Broken: Error {}
        let store = PageStore()
        let mayEnd = Gate()
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<5 {
                group.addTask { [key] in
                    do {
                        _ = try await store.page(key, now: noon) {
                            await mayEnd.wait()
                            throw Broken()
                        }
                        return false
                    } catch { return error is Broken }
                }
            }
            while store.statistics.joined < 4 { await Task.yield() }
            mayEnd.open()
            for await hasFailed in group { #expect(hasFailed) }
        }
        #expect(store.hit(key, now: noon) == nil)
        let page = try await store.page(key, now: noon) { rendered("mended") }
        #expect(text(page) == "mended")
    }

    @Test("a touch removes the pages that show the subject, and no other")
    func touchIsExact() async throws {
        let store = PageStore()
        let other = PageKey(target: "/other/")
        _ = try await store.page(key, now: noon) { rendered("a", [.post(Post.ID(1)), .site]) }
        _ = try await store.page(other, now: noon) { rendered("b", [.post(Post.ID(2)), .site]) }
        store.touch([.post(Post.ID(1))], sequence: 1)
        #expect(store.hit(key, now: noon) == nil)
        #expect(store.hit(other, now: noon) != nil)
        store.touch([.site], sequence: 2)
        #expect(store.hit(other, now: noon) == nil)
        #expect(store.statistics.pages == 0)
        #expect(store.statistics.bytes == 0)
    }

    @Test("a touch that the render has seen already leaves its page")
    func markIsRespected() async throws {
        let store = PageStore()
        _ = try await store.page(key, now: noon) { rendered("read at 7", mark: 7) }
        store.touch([.post(Post.ID(1))], sequence: 7)
        #expect(store.hit(key, now: noon) != nil)
        store.touch([.post(Post.ID(1))], sequence: 8)
        #expect(store.hit(key, now: noon) == nil)
    }

    @Test("a render overtaken by a write is neither kept nor joined by who comes after the write")
    func overtaken() async throws {
        let store = PageStore()
        let begun = Gate()
        let mayEnd = Gate()
        async let early = store.page(key, now: noon) {
            begun.open()
            await mayEnd.wait()
            return rendered("before")
        }
        await begun.wait()
        store.touch([.post(Post.ID(1))], sequence: 1)
        let late = try await store.page(key, now: noon) { rendered("after", mark: 1) }
        #expect(text(late) == "after")
        mayEnd.open()
        #expect(text(try await early) == "before")
        #expect(store.hit(key, now: noon).map(text) == "after")
        #expect(store.statistics.overtaken == 1)
    }

    @Test("a write elsewhere does not keep a render from being stored")
    func notOvertaken() async throws {
        let store = PageStore()
        let begun = Gate()
        let mayEnd = Gate()
        async let early = store.page(key, now: noon) {
            begun.open()
            await mayEnd.wait()
            return rendered("fine")
        }
        await begun.wait()
        store.touch([.post(Post.ID(2))], sequence: 1)
        mayEnd.open()
        _ = try await early
        #expect(store.hit(key, now: noon).map(text) == "fine")
    }

    @Test("a page goes when the clock alone changes it")
    func expiry() async throws {
        let store = PageStore()
        let midnight = noon.adding(seconds: 60)
        _ = try await store.page(key, now: noon) { rendered("today", expires: midnight) }
        #expect(store.hit(key, now: noon.adding(seconds: 59)) != nil)
        #expect(store.hit(key, now: midnight) == nil)
        let page = try await store.page(key, now: midnight) { rendered("tomorrow") }
        #expect(text(page) == "tomorrow")
    }

    @Test("the store never takes more than its room, and keeps what is asked for")
    func bound() async throws {
        let store = PageStore(settings: PageSettings(byteLimit: 200_000, settlingTime: 0))
        let favourite = PageKey(target: "/favourite/")
        let body = String(repeating: "x", count: 9_000)
        _ = try await store.page(favourite, now: noon) { rendered("favourite") }
        for number in 0..<500 {
            _ = try await store.page(PageKey(target: "/\(number)/"), now: noon) { rendered(body) }
            #expect(store.hit(favourite, now: noon) != nil)
            #expect(store.statistics.bytes <= 200_000)
        }
        await store.compressionIsDone()
        #expect(store.statistics.bytes <= 200_000)
        #expect(store.statistics.pages > 10)
    }

    @Test("what is not to be kept is answered but not stored")
    func unstorable() async throws {
        let store = PageStore()
        var search = rendered("found")
        search.isStorable = false
        let page = search
        #expect(text(try await store.page(key, now: noon) { page }) == "found")
        #expect(store.hit(key, now: noon) == nil)
    }
}
