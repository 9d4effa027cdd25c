import Foundation

/// The first entry of a backup: what kind of file this is.
struct BackupHead: Codable, Hashable {
    /// Counts up when an older Thaw could not read a newer backup.
    var format: Int
    /// The version of the program that made it.
    var thaw: String
    /// ISO 8601, UTC.
    var made: String

    static let path = "thaw-backup.json"
    static let currentFormat = 1
}

/// The last entry of a backup: what all others have to be. A backup that was cut off has none.
struct BackupManifest: Codable, Hashable {
    struct File: Codable, Hashable {
        var path: String
        var size: Int
        var sha256: String
    }

    var files: [File]

    static let path = "manifest.json"

    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}
