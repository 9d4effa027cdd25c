import Crypto
import Database
import Exchange
import Foundation
import Model
import SQLiteDatabase
import Store

/// Unpacks a backup, and believes nothing of it that it has not checked.
struct BackupReader {
    let head: BackupHead
    private let path: String

    /// Bytes of the two lists in a backup; each file has a line of about 150 bytes.
    private static let listLimit = 256 << 20

    /// Reads the first entry.
    ///
    /// - Throws: `Failure` with exit code 2 when this is no backup, or one of a newer Thaw.
    init(path: String) throws {
        self.path = path
        let file = path
        let found: BackupHead? = try Self.reading(file) {
            let reader = try TarReader(path: file)
            guard let entry = try reader.next(), entry.path == BackupHead.path else { return BackupHead?.none }
            return try? JSONDecoder().decode(BackupHead.self, from: reader.all(of: entry, limit: 1 << 16))
        }
        guard let head = found else { throw Self.refusal(file, "it is no backup that thaw backup wrote") }
        guard head.format <= BackupHead.currentFormat else {
            throw Failure(
                "\(file) was written by a newer Thaw (\(head.thaw)). Install that version to restore it.", exitCode: 2)
        }
        self.head = head
    }

    /// Writes the backup's files below `folder`, each on disk, and checks all of them against the manifest.
    ///
    /// - Returns: the paths that are there.
    /// - Throws: `Failure`; what was written by then is the caller's to remove.
    func unpack(into folder: String) throws -> Set<String> {
        try Self.reading(path) {
            let reader = try TarReader(path: path)
            var files: [String: BackupManifest.File] = [:]
            var manifest: BackupManifest?
            while let entry = try reader.next() {
                guard manifest == nil else { throw Self.refusal(path, "something stands behind its list of files") }
                switch entry.path {
                case BackupManifest.path:
                    let data = try reader.all(of: entry, limit: Self.listLimit)
                    manifest = try? JSONDecoder().decode(BackupManifest.self, from: data)
                    if manifest == nil { throw Self.refusal(path, "its list of files makes no sense") }
                case BackupHead.path:
                    let data = try reader.all(of: entry, limit: 1 << 16)
                    var hash = SHA256()
                    hash.update(data: data)
                    files[entry.path] = .init(path: entry.path, size: data.count, sha256: hash.finalize().hexadecimal)
                default:
                    guard Self.belongs(entry.path), files[entry.path] == nil else {
                        throw Self.refusal(path, "its entry “\(entry.path)” does not belong there")
                    }
                    files[entry.path] = try write(entry, of: reader, below: folder)
                }
            }
            guard let manifest else { throw Self.refusal(path, "its list of files is missing") }
            try check(files, against: manifest)
            return Set(files.keys).subtracting([BackupHead.path])
        }
    }

    /// - Throws: `Failure` when the database is damaged or of a newer Thaw.
    static func checkDatabase(_ database: String, of backup: String) async throws {
        guard FileManager.default.fileExists(atPath: database) else { throw refusal(backup, "it holds no database") }
        do {
            let opened = try SQLiteDatabase(path: database)
            let faults: [String]
            do {
                _ = try await opened.schemaState()
                faults = try await opened.faults()
            } catch {
                try await opened.close()
                throw error
            }
            try await opened.close()
            if let fault = faults.first { throw refusal(backup, "its database is damaged: \(fault)") }
        } catch DatabaseError.newer(let found, let known) {
            throw Failure(
                "\(backup): its database was written by a newer Thaw (schema \(found), this one knows \(known)). "
                    + "Install that version to restore it.", exitCode: 2)
        } catch DatabaseError.unreadable(_, let detail) {
            throw refusal(backup, "its database cannot be read: \(detail)")
        } catch let error as DatabaseError {
            throw Failure(error, folder: DataFolder(path: (database as NSString).deletingLastPathComponent))
        }
    }

    private static func belongs(_ path: String) -> Bool {
        ["thaw.sqlite", "config.json", "secret.key"].contains(path) || path.hasPrefix("media/")
            || path.hasPrefix("themes/")
    }

    private func check(_ files: [String: BackupManifest.File], against manifest: BackupManifest) throws {
        var missing = Set(files.keys)
        for listed in manifest.files {
            guard let found = files[listed.path] else { throw Self.refusal(path, "“\(listed.path)” is missing") }
            guard found == listed else { throw Self.refusal(path, "“\(listed.path)” is not what it was") }
            missing.remove(listed.path)
        }
        if let first = missing.sorted().first { throw Self.refusal(path, "“\(first)” is not on its list of files") }
    }

    private func write(_ entry: TarEntry, of reader: TarReader, below folder: String) throws -> BackupManifest.File {
        let place = "\(folder)/\(entry.path)"
        let above = (place as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: above, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw Failure("\(above) cannot be made: \(error.localizedDescription)") }
        let mode = entry.path == "secret.key" ? 0o600 : entry.mode | 0o600
        let descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(mode))
        guard descriptor >= 0 else { throw Failure.system(place) }
        defer { close(descriptor) }
        var hash = SHA256()
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = try reader.read(into: &buffer)
            if count == 0 { break }
            hash.update(data: buffer[..<count])
            try OutputFile.write(buffer[..<count], to: descriptor, path: place)
        }
        guard fsync(descriptor) == 0 else { throw Failure.system(place) }
        return .init(path: entry.path, size: entry.size, sha256: hash.finalize().hexadecimal)
    }

    private static func reading<T>(_ path: String, _ body: () throws -> T) throws -> T {
        do { return try body() } catch let fault as TarFault { throw refusal(path, "\(fault)") }
    }

    private static func refusal(_ path: String, _ reason: String) -> Failure {
        Failure("\(path) cannot be restored: \(reason). Nothing was restored.", exitCode: 2)
    }
}

extension TarReader {
    /// The bytes of an entry that fits into memory.
    fileprivate func all(of entry: TarEntry, limit: Int) throws -> Data {
        guard entry.size <= limit else { throw TarFault.damaged("“\(entry.path)” is too large") }
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = try read(into: &buffer)
            if count == 0 { return data }
            data += buffer[..<count]
        }
    }
}
