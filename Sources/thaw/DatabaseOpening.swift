import Database
import Foundation
import Model
import SQLiteDatabase
import Store

/// Opens the database of a data folder, made and brought up to date where needed.
func openDatabase(_ settings: Settings, now: Instant) async throws -> SQLiteDatabase {
    let folder = DataFolder(path: settings.dataFolder)
    try folder.prepare()
    do {
        let database = try SQLiteDatabase(path: folder.database, busyTimeout: .seconds(settings.busySeconds))
        let state = try await database.schemaState()
        if !state.isNew, !state.pending.isEmpty {
            let copy = try folder.backup(before: "migration", stamp: stamp(now))
            try await database.copy(to: copy)
            note("The database was copied to \(copy) before its schema is brought up to date.")
        }
        try await database.migrate(at: now)
        return database
    } catch let error as DatabaseError {
        throw Failure(error, folder: folder)
    }
}

/// `20120225-153000`, for names of files.
func stamp(_ now: Instant) -> String {
    now.utc.text.replacing("-", with: "").replacing(":", with: "").replacing(" ", with: "-")
}

/// A line for the person at the terminal that is not the command's result.
func note(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

extension Instant {
    /// The moment at which this is asked.
    static var now: Instant { Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded())) }
}

extension Failure {
    /// What is wrong with the database and how to mend it.
    init(_ error: DatabaseError, folder: DataFolder) {
        switch error {
        case .newer(let found, let known):
            self.init(
                "\(folder.database) was written by a newer Thaw (schema \(found), this one knows \(known)). "
                    + "Install that version, or restore a backup.")
        case .locked:
            self.init(
                "\(folder.database) is locked by another process. Wait until it has finished, or stop it; "
                    + "database.busy-seconds sets how long to wait.")
        case .full:
            self.init("The disk is full, so nothing more was written. Make room and run the same command again.")
        case .readOnly(let path):
            self.init("\(path) cannot be written to. Give it to the user who runs thaw.")
        case .inputOutput(let path, let detail):
            self.init(
                "\(path) cannot be read or written (\(detail)), so nothing more was written. Look at the disk, and at "
                    + "quotas and limits on the size of files, and run the same command again.")
        case .unreadable(let path, let detail):
            self.init("\(path) is not a database that can be read (\(detail)). Restore it from a backup.")
        case .constraint(let detail, let site):
            self.init("The database refused a row (\(detail), at \(site)). This is a fault of Thaw; please report it.")
        case .failed(let detail, let site):
            self.init("The database failed (\(detail), at \(site)). This is a fault of Thaw; please report it.")
        }
    }
}
