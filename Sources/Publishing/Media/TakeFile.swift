import Database
import Foundation
import Images
import Model
import Store

/// Takes one file in: looks at its bytes, has pictures made fit to be served, puts everything into its place, and only
/// then tells the database.
struct TakeFile: Sendable {
    let database: any Database
    let files: MediaFiles
    let pictures: PictureMaker
    /// Of one file.
    let byteLimit: Int

    /// - Parameter file: stays where it is.
    /// - Throws: `MediumFault` and `PictureFault` for what is wrong with this file, `SystemFault` for the disk.
    func take(_ file: String, as medium: Medium, site: Site.ID, now: Instant) async throws {
        guard medium.path != MediumPath.root else { throw MediumFault("Its address does not tell a file's name.") }
        let workplace = try files.workplace()
        defer { try? FileManager.default.removeItem(atPath: workplace) }
        let whole = workplace + "/whole"
        let stored = try files.copy(file, to: whole, limit: byteLimit)
        var arrived = medium
        var copies: [Medium.Copy] = []
        let kind = try Self.kind(of: whole)
        if kind.showing == .picture {
            let made = try await pictures.make(whole, into: workplace)
            arrived.mimeType = made.original.mimeType
            (arrived.width, arrived.height) = (made.width, made.height)
            arrived.file = .init(hash: Self.hash(in: made.original.name), bytes: made.original.bytes)
            copies = made.variants.map { copy in
                Medium.Copy(
                    name: copy.name, mimeType: copy.mimeType, width: copy.width, height: copy.height, bytes: copy.bytes)
            }
            for copy in copies { try files.keep("\(workplace)/\(copy.name)", as: Medium.Copy.folder + copy.name) }
            try files.keep("\(workplace)/\(made.original.name)", as: medium.path)
        } else {
            try Self.refuseDisguise(kind, of: medium)
            arrived.file = stored
            // A text has no signature: then the name's word is taken, and the file is offered for saving alone.
            if kind != .unknown {
                arrived.mimeType = kind.mimeType
            } else {
                arrived.mimeType = Self.harmless(medium.mimeType)
            }
            try files.keep(whole, as: medium.path)
        }
        try await database.writeAlone { [arrived, copies] tx in
            try tx.arrive(arrived, copies: copies, site: site, at: now)
            try tx.withdrawFetch(of: arrived.post, site: site)
            // One for all that come in the next seconds; whoever takes many shows them at the end.
            try tx.enqueue(ShowMedia.kind, key: "", site: site, after: now.adding(seconds: ShowMedia.delaySeconds))
        }
    }

    private static func kind(of path: String) throws -> FileKind {
        guard let file = FileHandle(forReadingAtPath: path) else { throw SystemFault(path: path) }
        defer { try? file.close() }
        return FileKind(bytes: try file.read(upToCount: FileKind.headBytes) ?? Data())
    }

    /// A page in a picture's name is the answer of a server that had lost the picture.
    private static func refuseDisguise(_ kind: FileKind, of medium: Medium) throws {
        let named = medium.mimeType
        guard named.hasPrefix("image/") || named.hasPrefix("audio/") || named.hasPrefix("video/") else { return }
        if kind == .svg, named == kind.mimeType { return }
        if named.hasPrefix("image/"), let refusal = kind.refusal { throw refusal }
        if kind == .html || kind == .svg { throw MediumFault("It is a web page, not a sound or film.") }
    }

    /// The name's ending alone makes no file playable or a page.
    private static func harmless(_ named: String) -> String {
        [
            "text/plain", "text/csv", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
            "application/rtf",
        ].contains(named) || named.hasPrefix("audio/") || named.hasPrefix("video/") ? named : "application/octet-stream"
    }

    private static func hash(in name: String) -> String { String(name.prefix { $0 != "." }) }
}
