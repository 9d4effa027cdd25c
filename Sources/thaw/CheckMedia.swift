import Database
import Model
import Publishing
import Store

extension Check {
    /// Files that never came are worth knowing; one that came and is gone is wrong.
    func checkMedia(
        _ database: any Database, site: Site.ID, _ folder: DataFolder, _ findings: inout Findings
    ) async throws {
        let (count, missing, present) = try await database.read { tx in
            (
                try tx.missingMediaCount(site: site), try tx.missingMedia(site: site, limit: Self.listed),
                try tx.presentMedia(site: site)
            )
        }
        let files = MediaFiles(folder: folder.media)
        let gone = present.filter { !files.holds($0.path) }
        if !present.isEmpty { findings.fine("\(present.count - gone.count) pictures and other files are here") }
        for medium in gone {
            findings.wrong(
                "\(files.place(of: medium.path)) is gone", mend: "restore it from a backup of the media folder")
        }
        guard count > 0 else { return }
        findings.fine("\(count) pictures and other files are known by name only: their pages show caption and link")
        for medium in missing {
            let parent = medium.parent.map { " of post \($0) “\(medium.parentTitle ?? "")”" } ?? ""
            findings.fine("  \(medium.path)\(parent)")
        }
        if count > missing.count { findings.fine("  and \(count - missing.count) more") }
    }

    /// How many missing files are named.
    private static let listed = 1000
}
