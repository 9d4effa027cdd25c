import ArgumentParser
import Database
import Foundation
import Model
import SQLiteDatabase
import Store

/// `thaw backup`: the whole data folder in one file.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes everything that must be kept into one file.",
        discussion: """
            The file is a tar archive of the database, media/, themes/ and config.json, with a list of their \
            checksums. It may run while thaw serve does; what is written meanwhile is in it or not, and nothing is \
            torn. thaw restore makes a data folder of it again.
            """)

    @OptionGroup var common: CommonOptions

    @Flag(help: "Put secret.key in as well: then keep the file as you would keep a password.")
    var withSecrets = false

    @Flag(help: "Write over a file that is there.")
    var force = false

    @Argument(help: "The file to write, for instance thaw.tar.")
    var file: String

    func run() async throws {
        // The database's copy is nobody else's to read either, though it stays for moments only.
        umask(0o077)
        let settings = try await common.settings()
        let folder = DataFolder(path: settings.dataFolder)
        guard folder.holdsDatabase else {
            throw Failure("\(folder.path) holds no site yet, so there is nothing to back up.")
        }
        let written = try await folder.backUp(to: file, settings, withSecrets: withSecrets, replacing: force)
        for path in written.leftOut { note("\(folder.path)/\(path) is no plain file and was left out.") }
        print("\(file) holds \(written.count) files\(withSecrets ? "" : "; secret.key is not among them").")
    }
}

extension DataFolder {
    /// Writes everything that must be kept into one file, which only its owner may read.
    ///
    /// - Returns: how many files are in it, and which are no plain files.
    func backUp(
        to file: String, _ settings: Settings, withSecrets: Bool, replacing: Bool
    ) async throws -> (count: Int, leftOut: [String]) {
        let output = try OutputFile(path: file, replacing: replacing, mode: 0o600)
        // Beside the backup, where room was made for it; what a killed backup left there goes first.
        let copy = OutputFile.beside(file, "copy")
        Self.remove(copy)
        do {
            defer { Self.remove(copy) }
            try await copyDatabase(to: copy, settings)
            var writer = try BackupWriter(
                output,
                head: BackupHead(
                    format: BackupHead.currentFormat, thaw: Thaw.version, made: Instant.now.utc.iso8601 + "Z"))
            // The database first: the files that its rows name are there by the time that the rows are.
            try writer.add(file: copy, as: "thaw.sqlite")
            try writer.add(file: configuration, as: "config.json")
            if withSecrets { try writer.add(file: secretKey, as: "secret.key") }
            try writer.add(folder: themes, as: "themes")
            try writer.add(folder: media, as: "media")
            let written = (writer.count, writer.leftOut)
            try writer.finish()
            return written
        } catch {
            output.discard()
            throw error
        }
    }

    private func copyDatabase(to copy: String, _ settings: Settings) async throws {
        do {
            let source = try SQLiteDatabase(path: database, busyTimeout: .seconds(settings.busySeconds))
            // A schema of a newer Thaw is none that this one can vouch for.
            _ = try await source.schemaState()
            try await source.copy(to: copy)
            try await source.close()
        } catch let error as DatabaseError {
            throw Failure(error, folder: self)
        }
    }

    private static func remove(_ copy: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(copy + suffix) }
    }
}
