import ArgumentParser
import Foundation

/// `thaw restore`: a data folder out of a backup.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a data folder of a backup.",
        discussion: """
            The folder has to be empty or missing. Everything in the backup is checked before any of it stands in \
            its place.

            Exit code: 0 when all is there, 1 when it could not be written, 2 when the backup cannot be used.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The file that thaw backup wrote.")
    var file: String

    func run() async throws {
        let folder = DataFolder(path: try await common.settings().dataFolder)
        // Before anything is made: what is no backup leaves no trace.
        let reader = try BackupReader(path: file)
        let place = try RestorePlace(folder)
        do {
            let contents = try reader.unpack(into: place.staging)
            try await BackupReader.checkDatabase(DataFolder(path: place.staging).database, of: file)
            let hadSecret = contents.contains("secret.key")
            if !hadSecret { _ = try DataFolder(path: place.staging).secret() }
            try place.publish()
            print("\(folder.path) holds \(contents.count) files, as they were on \(reader.head.made).")
            if !hadSecret {
                print(
                    "The backup holds no secret.key, so a new one was made: readers of protected posts have to give "
                        + "the password again.")
            }
        } catch {
            place.discard()
            throw error
        }
    }
}
