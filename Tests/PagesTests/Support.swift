import Model
import NIOCore
import Pages
import Synchronization

let noon = Instant(milliseconds: 1_330_171_200_000)

func rendered(
    _ text: String, _ subjects: Set<Subject> = [.post(Post.ID(1))], mark: Int64 = 0, expires: Instant? = nil
) -> RenderedPage {
    RenderedPage(body: PageBody(text), subjects: subjects, mark: mark, expires: expires)
}

func text(_ page: Page) -> String { page.identity.map { String(buffer: $0.body) } ?? "" }

/// Something that a test waits for: opened once, then open for good.
final class Gate: Sendable {
    private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func wait() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }
}
