internal import Database
internal import Foundation
internal import GRDB

/// A new file that receives a copy; it is taken away again when the copy fails.
struct BackupFile {
    let path: String

    /// Copies the pages that `source` sees in its open transaction, through SQLite's online backup.
    func fill(from source: GRDB.Database) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw PortError.failed(detail: "\(path) is there already", site: "copy")
        }
        do {
            let target = try DatabaseQueue(path: path)
            try target.writeWithoutTransaction { try source.backup(to: $0) }
            try target.close()
        } catch {
            for suffix in ["", "-wal", "-shm", "-journal"] {
                try? FileManager.default.removeItem(atPath: path + suffix)
            }
            throw error
        }
    }
}
