import ArgumentParser
import Database
import Model
import SQLiteDatabase
import Store

/// `thaw search`: the index that readers search.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Makes the search index anew.", subcommands: [Rebuild.self])

    struct Rebuild: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes the search index anew from the posts and comments; readers find less until it is done.")

        @OptionGroup var common: CommonOptions

        func run() async throws {
            try await withSite(common) { database, _ in
                try await database.rebuildSearch()
                print("The search index is made anew.")
            }
        }
    }
}
