import Database
import Model
import Publishing
import SQLiteDatabase
import Store

/// Opens the site of a data folder for a command that needs one, and lets go of it afterwards.
func withSite(
    _ common: CommonOptions, _ body: (_ database: SQLiteDatabase, _ site: Site) async throws -> Void
) async throws {
    let settings = try await common.settings()
    let folder = DataFolder(path: settings.dataFolder)
    guard folder.holdsDatabase else {
        throw Failure("\(folder.path) holds no site yet. Bring a blog: thaw import export.xml --data \(folder.path)")
    }
    let database = try await openDatabase(settings, now: .now)
    do {
        guard let site = try await database.read({ tx in try tx.site() }) else {
            throw Failure(
                "\(folder.path) holds no site yet. Bring a blog: thaw import export.xml --data \(folder.path)")
        }
        try await body(database, site)
        try await database.close()
    } catch let error as DatabaseError {
        throw Failure(error, folder: folder)
    } catch let fault as PublishPost.Fault {
        throw Failure(fault.description)
    }
}
