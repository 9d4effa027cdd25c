import DatabaseSupport
import Foundation

/// A folder with the files of a blog, for as long as it is held.
package struct FilesToTake: Sendable {
    private let folder: TemporaryFolder

    /// - Parameter files: bytes by path.
    package init(_ files: [String: [UInt8]]) throws {
        folder = try TemporaryFolder()
        for (name, bytes) in files {
            let file = folder.url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    package var path: String { folder.url.path }
}
