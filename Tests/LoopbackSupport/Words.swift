import Foundation
import Synchronization

/// What a program has said so far.
final class Words: Sendable {
    private let said = Mutex("")

    var text: String { said.withLock { $0 } }

    /// All of it, these included.
    func add(_ data: Data) -> String {
        said.withLock { said in
            said += String(decoding: data, as: UTF8.self)
            return said
        }
    }
}
