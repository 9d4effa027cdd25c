import ArgumentParser
import Database
import Foundation
import Model
import Outbound
import SQLiteDatabase
import Store
import Themes
import Web

/// `thaw check`: says what is wrong with a data folder, and how to mend it.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Looks at configuration, database, theme and files: what is wrong and how to mend it.",
        discussion: "Exit code: 0 when nothing is wrong, 1 otherwise. What is only worth knowing does not count.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        var findings = Findings()
        let settings = try await common.settings()
        let folder = DataFolder(path: settings.dataFolder)
        guard folder.exists else {
            throw Failure("\(folder.path) is not there. thaw import export.xml --data \(folder.path) makes it.")
        }
        checkConfiguration(folder, &findings)
        checkSecret(folder, &findings)
        if let name = settings.theme { checkTheme(name, folder, &findings) }
        try await checkPictures(settings, &findings)
        if let mail = settings.mail {
            findings.fine("mail goes to \(mail.host):\(mail.port); thaw mail test ADDRESS tries it")
        } else {
            findings.fine("no mail goes out: mail.host is not set")
        }
        CheckEncryption(settings: settings, now: .now).look(&findings)
        try await checkDatabase(settings, folder, &findings)
        for line in findings.lines { print(line) }
        if findings.wrong > 0 { throw ExitCode(1) }
    }

    private func checkConfiguration(_ folder: DataFolder, _ findings: inout Findings) {
        guard let data = FileManager.default.contents(atPath: folder.configuration) else {
            findings.fine("no config.json: flags, environment and defaults are used")
            return
        }
        // `common.settings()` has refused one that is no JSON object, or whose values have other types.
        let object = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
        let unknown = Self.keys(of: object).filter { !Settings.keys.contains($0) }.sorted()
        for key in unknown {
            findings.wrong("config.json: “\(key)” is no setting", mend: "see docs/operators.md for the list")
        }
        if unknown.isEmpty { findings.fine("config.json is read") }
    }

    /// `http.body-bytes` for `{"http": {"body-bytes": 1}}`.
    private static func keys(of object: [String: Any], under prefix: String = "") -> [String] {
        object.flatMap { key, value in
            if let inner = value as? [String: Any] { return keys(of: inner, under: "\(prefix)\(key).") }
            return ["\(prefix)\(key)"]
        }
    }

    private func checkSecret(_ folder: DataFolder, _ findings: inout Findings) {
        guard folder.holds(folder.secretKey) else {
            findings.fine("no secret.key yet: thaw serve makes it at its first start")
            return
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder.secretKey)
        let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        if mode & 0o077 != 0 {
            findings.wrong("secret.key can be read by others", mend: "chmod 600 \(folder.secretKey)")
        } else if ((attributes?[.size] as? NSNumber)?.intValue ?? 0) < 32 {
            findings.wrong("secret.key is cut off", mend: "restore it from a backup")
        } else {
            findings.fine("secret.key is readable by its owner alone")
        }
    }

    private func checkTheme(_ name: String, _ folder: DataFolder, _ findings: inout Findings) {
        let opening = ThemeOpening(name, folder: folder)
        let path = opening.folder
        guard opening.hasFiles else {
            if name == "default" {
                findings.fine("the default theme is used as it is")
            } else {
                findings.wrong(
                    "the theme “\(name)” is not there", mend: "make \(path), or choose another")
            }
            return
        }
        do {
            let theme = try opening.compile()
            for problem in theme.problems {
                findings.wrong("\(path)/\(problem)", mend: "until then the default theme's file is used")
            }
            if theme.problems.isEmpty { findings.fine("the theme “\(name)” compiles") }
        } catch {
            findings.wrong("\(path) cannot be read", mend: "give it to the user who runs thaw")
        }
    }

    private func checkPictures(_ settings: Settings, _ findings: inout Findings) async throws {
        if let fault = try await CheckPictures(settings: settings.pictures).fault() {
            findings.wrong(
                "no picture can be made: \(fault)", mend: "put thaw-images beside thaw, or set images.program to it")
        } else {
            findings.fine("pictures can be made")
        }
    }

    private func checkDatabase(_ settings: Settings, _ folder: DataFolder, _ findings: inout Findings) async throws {
        guard folder.holdsDatabase else {
            findings.wrong("no database", mend: "bring a blog: thaw import export.xml --data \(folder.path)")
            return
        }
        let database = try await openDatabase(settings, now: .now)
        do {
            try await look(into: database, settings, folder, &findings)
            try await database.close()
        } catch let error as DatabaseError {
            throw Failure(error, folder: folder)
        }
    }

    private func look(
        into database: SQLiteDatabase, _ settings: Settings, _ folder: DataFolder, _ findings: inout Findings
    ) async throws {
        let faults = try await database.faults()
        for fault in faults { findings.wrong("the database is damaged: \(fault)", mend: "restore a backup") }
        if faults.isEmpty { findings.fine("the database is sound") }
        guard let site = try await database.read({ tx in try tx.site() }) else {
            findings.wrong("the database holds no site", mend: "thaw import export.xml --data \(folder.path)")
            return
        }
        if settings.theme == nil { checkTheme(site.theme.isEmpty ? "default" : site.theme, folder, &findings) }
        let (posts, comments, stranded, gaps) = try await database.read { tx in
            (
                try tx.postCounts(site: site.id), try tx.commentCounts(site: site.id),
                try tx.postsWithoutAddress(site: site.id),
                try tx.searchGaps()
            )
        }
        findings.fine(
            "\(site.title): "
                + posts.map { "\($0.count) \($0.status.rawValue) \($0.kind.rawValue)" }.joined(separator: ", "))
        if !comments.isEmpty {
            findings.fine(
                comments.map { "\($0.count) \($0.status.rawValue) \($0.kind.rawValue)" }.joined(separator: ", "))
        }
        if gaps == (0, 0) {
            findings.fine("search finds all that readers see, and nothing else")
        } else {
            findings.wrong(
                "search does not know \(gaps.missing) posts and comments, and knows \(gaps.hidden) that are hidden",
                mend: "thaw search rebuild")
        }
        try await checkJobs(database, site: site.id, &findings)
        try await checkMedia(database, site: site.id, folder, &findings)
        for number in stranded {
            findings.wrong("post \(number) is published and has no address", mend: "thaw post publish \(number)")
        }
    }
}

/// What a check found, line by line.
struct Findings {
    private(set) var lines: [String] = []
    private(set) var wrong = 0

    mutating func fine(_ what: String) { lines.append("fine   \(what)") }

    mutating func wrong(_ what: String, mend: String) {
        lines.append("WRONG  \(what)")
        lines.append("       \(mend)")
        wrong += 1
    }
}
