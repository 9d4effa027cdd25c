import ArgumentParser
import Configuration
import Database
import Exchange
import Foundation
import Model
import Publishing
import Synchronization

/// `thaw import export.xml`: takes a WordPress blog over.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Takes over a WordPress blog from its export.",
        discussion: """
            Give the file or files that Tools > Export made, as XML or as the zip that WordPress.com sends. The same \
            command again goes on where it was stopped; a newer export of the same blog brings what is new.

            Exit code: 0 when everything was taken or knowingly left out, 1 when an item failed, 2 when the file \
            cannot be used.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The export: .xml, several of them, or a .zip.")
    var files: [String]

    @Flag(help: "Report what would be done, and write nothing.")
    var dryRun = false

    @Flag(help: "Take the whole items of a file that is cut off or broken.")
    var partial = false

    @Option(help: "Where to write the whole report, as JSON.")
    var report: String?

    @Option(help: "A folder with the blog's files: its wp-content/uploads, or one flat folder.")
    var media: String?

    @Flag(help: "Fetch the blog's files from where they are now.")
    var fetchMedia = false

    @Option(help: "The blog's time zone (Europe/Berlin, -05:00), where the export's dates would tell another.")
    var timeZone: String?

    func run() async throws {
        let settings = try await common.settings()
        if let timeZone, SiteClock(timeZone: timeZone) == nil {
            throw Failure("“\(timeZone)” is no time zone. Give a name such as Europe/Berlin, or -05:00.", exitCode: 2)
        }
        if let media, !DataFolder(path: media).exists {
            throw Failure("\(media) is no folder that can be read.", exitCode: 2)
        }
        if media != nil, fetchMedia {
            throw Failure("Give --media or --fetch-media; the second may come later, as thaw media fetch.", exitCode: 2)
        }
        if let media, dryRun {
            throw Failure("--media \(media) takes files, and a dry run takes nothing.", exitCode: 2)
        }
        let now = Instant.now
        let folder = DataFolder(path: settings.dataFolder)
        let isThrowaway = dryRun && !folder.holdsDatabase
        // A dry run into a folder that is not there yet leaves none behind.
        let place = isThrowaway ? try TemporaryFolder() : nil
        defer { place?.remove() }
        var opening = settings
        if let place { opening.dataFolder = place.path }
        let line = ProgressLine()
        defer { line.finish() }
        let opened = OpenedDatabase()
        let use = ImportBlog(
            now: now, openDatabase: { [opening] in opened.keep(try await openDatabase(opening, now: now)) },
            backUp: { database in
                let copy = try folder.backup(before: "import", stamp: stamp(now))
                try await database.copy(to: copy)
                return copy
            },
            progress: { line.show($0) })
        do {
            var result: ImportReport
            do {
                result = try await use.run(request(settings))
                if let media, let database = opened.database {
                    result.media = try await takeMedia(settings, database: database).run(
                        from: media, now: now, progress: { line.show(files: $0, of: $1) })
                }
                if fetchMedia, !dryRun, let database = opened.database {
                    result.media = try await fetchFiles(settings, database: database, line: line)
                }
            } catch {
                // What went wrong first is what counts; what this leaves undone, the next opening does.
                try? await opened.close()
                throw error
            }
            try await opened.close()
            line.finish()
            try finish(result)
        } catch let error as ImportFileError {
            throw Failure("\(error)", exitCode: 2)
        } catch let error as ImportRefusal {
            throw Failure(error.description, exitCode: 2)
        } catch let error as MediumFault {
            throw Failure(error.description, exitCode: 2)
        } catch let error as SystemFault {
            throw Failure("\(error) The same command again goes on where this one stopped.")
        } catch let error as DatabaseError {
            throw Failure(error, folder: folder)
        }
    }

    private func request(_ settings: Settings) -> ImportBlog.Request {
        ImportBlog.Request(
            paths: files, dryRun: dryRun, partial: partial, timeZone: timeZone, fetchesMedia: fetchMedia,
            archiveLimits: settings.archiveLimits, limits: settings.importLimits)
    }

    private func finish(_ result: ImportReport) throws {
        print(result.summary)
        if let report {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            do {
                try encoder.encode(result).write(to: URL(fileURLWithPath: report), options: .atomic)
            } catch {
                throw Failure(
                    "The blog is here, but the report \(report) cannot be written: \(error.localizedDescription)")
            }
        }
        if !result.failed.isEmpty || result.media?.failed.isEmpty == false { throw ExitCode(1) }
    }
}

/// The database, if the import came to open it. Closing leaves one whole file without a log beside it.
private final class OpenedDatabase: Sendable {
    private let kept = Mutex<(any Database)?>(nil)

    var database: (any Database)? { kept.withLock { $0 } }

    func keep(_ opened: any Database) -> any Database {
        kept.withLock { $0 = opened }
        return opened
    }

    func close() async throws { try await database?.close() }
}

extension Settings {
    var archiveLimits: ArchiveLimits {
        var limits = ArchiveLimits()
        limits.unpackedBytes = importInflatedBytes
        return limits
    }

    var importLimits: ImportLimits {
        var limits = ImportLimits()
        limits.textBytes = importItemBytes
        return limits
    }
}
