import Foundation

/// A folder for as long as a command runs.
struct TemporaryFolder {
    let path: String

    init() throws {
        var template = Array((NSTemporaryDirectory() + "/thaw-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else {
            throw Failure("No temporary folder can be made: \(String(cString: strerror(errno))).")
        }
        path = String(cString: made)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
