import Foundation

/// The folder with everything that must be kept: `thaw.sqlite`, `media/`, `themes/`, `config.json`, `secret.key`.
struct DataFolder: Sendable {
    let path: String

    var database: String { path + "/thaw.sqlite" }
    var secretKey: String { path + "/secret.key" }
    var media: String { path + "/media" }
    var themes: String { path + "/themes" }
    var configuration: String { path + "/config.json" }
    var backups: String { path + "/backups" }
    /// For files that come and go in the administration.
    var incoming: String { path + "/incoming" }

    var exists: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    var holdsDatabase: Bool { holds(database) }

    func holds(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Makes the folder where it is missing; only its owner may look into it.
    func prepare() throws {
        try make(path)
        guard FileManager.default.isWritableFile(atPath: path) else {
            throw Failure("The data folder \(path) cannot be written to. Give it to the user who runs thaw.")
        }
    }

    /// Where a copy of the database goes before something changes much of it: a name that is still free.
    func backup(before what: String, stamp: String) throws -> String {
        try make(backups)
        let name = "\(backups)/thaw-\(stamp)-before-\(what)"
        var candidate = name + ".sqlite"
        var suffix = 2
        while FileManager.default.fileExists(atPath: candidate) {
            candidate = "\(name)-\(suffix).sqlite"
            suffix += 1
        }
        return candidate
    }

    /// The bytes of `secret.key`, 32 of them; made at the first call, readable by the owner alone.
    func secret() throws -> [UInt8] {
        if let data = FileManager.default.contents(atPath: secretKey) {
            guard data.count >= 32 else {
                throw Failure("\(secretKey) holds \(data.count) bytes instead of 32. Restore it from a backup.")
            }
            return Array(data)
        }
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        // O_EXCL: of two processes that start at once, one makes the key and both use it.
        let file = open(secretKey, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        if file < 0, errno == EEXIST { return try self.secret() }
        guard file >= 0 else { throw Failure("\(secretKey) cannot be written: \(String(cString: strerror(errno))).") }
        defer { close(file) }
        guard secret.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == secret.count, fsync(file) == 0 else {
            unlink(secretKey)
            throw Failure("\(secretKey) cannot be written: \(String(cString: strerror(errno))).")
        }
        return secret
    }

    private func make(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw Failure("The folder \(folder) cannot be made: \(error.localizedDescription)")
        }
    }
}
