import Foundation
import Glibc

/// A file for one run of another program, which only this user may read: arguments are anybody's on the machine to see.
struct TaskFile {
    let path: String

    /// Nil where it cannot be written; `errno` says why.
    init?(_ data: Data) {
        path = FileManager.default.temporaryDirectory.path + "/thaw-task-\(UUID().uuidString).json"
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var written = 0
        while written < data.count {
            let count = data.withUnsafeBytes {
                Glibc.write(file, $0.baseAddress.map { $0 + written }, data.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                remove()
                return nil
            }
            written += count
        }
    }

    /// The program removes it as soon as it has read it; this is for one that did not get that far.
    func remove() { unlink(path) }
}
