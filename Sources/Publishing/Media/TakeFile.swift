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
        defer { files.remove(workplace: workplace) }
        let ready = try await examine(file, named: medium.mimeType, in: workplace)
        try keep(ready, as: medium.path)
        try await database.writeAlone { tx in
            try tx.arrive(ready.medium(medium), copies: ready.copies, site: site, at: now)
            try tx.withdrawFetch(of: medium.post, site: site)
            // One for all that come in the next seconds; whoever takes many shows them at the end.
            try tx.enqueue(ShowMedia.kind, key: "", site: site, after: now.adding(seconds: ShowMedia.delaySeconds))
        }
    }

    /// A file that was looked at and made fit to be served, and lies in a workplace still.
    struct ReadyFile: Sendable {
        let place: String
        let workplace: String
        let kind: FileKind
        let mimeType: String
        let width: Int?
        let height: Int?
        let file: Medium.StoredFile
        let copies: [Medium.Copy]

        /// What is known of a medium, with what its bytes told.
        func medium(_ known: Medium) -> Medium {
            Medium(
                post: known.post, sourceURL: known.sourceURL, path: known.path, mimeType: mimeType,
                alternativeText: known.alternativeText, width: width ?? known.width, height: height ?? known.height,
                file: file)
        }
    }

    /// - Parameter named: the kind that its name tells.
    func examine(_ file: String, named: String, in workplace: String) async throws -> ReadyFile {
        let whole = workplace + "/whole"
        let stored = try files.copy(file, to: whole, limit: byteLimit)
        let kind = try Self.kind(of: whole)
        guard kind.showing == .picture else {
            try Self.refuseDisguise(kind, named: named)
            // A text has no signature: then the name's word is taken, and the file is offered for saving alone.
            let mimeType = kind != .unknown ? kind.mimeType : Self.harmless(named)
            return ReadyFile(
                place: whole, workplace: workplace, kind: kind, mimeType: mimeType, width: nil, height: nil,
                file: stored, copies: [])
        }
        let made = try await pictures.make(whole, into: workplace)
        return ReadyFile(
            place: "\(workplace)/\(made.original.name)", workplace: workplace, kind: kind,
            mimeType: made.original.mimeType, width: made.width, height: made.height,
            file: .init(hash: Self.hash(in: made.original.name), bytes: made.original.bytes),
            copies: made.variants.map { copy in
                Medium.Copy(
                    name: copy.name, mimeType: copy.mimeType, width: copy.width, height: copy.height, bytes: copy.bytes)
            })
    }

    /// The same for one that a writer sends: why a picture is refused is told as what is wrong with any file.
    func examineSent(_ file: String, named: String, in workplace: String) async throws -> ReadyFile {
        do {
            return try await examine(file, named: named, in: workplace)
        } catch let fault as PictureFault {
            throw MediumFault("\(fault)")
        }
    }

    /// Puts a file and its copies into their places.
    func keep(_ ready: ReadyFile, as path: String) throws {
        for copy in ready.copies {
            try files.keep("\(ready.workplace)/\(copy.name)", as: Medium.Copy.folder + copy.name)
        }
        try files.keep(ready.place, as: path)
    }

    private static func kind(of path: String) throws -> FileKind {
        guard let file = FileHandle(forReadingAtPath: path) else { throw SystemFault(path: path) }
        defer { try? file.close() }
        return FileKind(bytes: try file.read(upToCount: FileKind.headBytes) ?? Data())
    }

    /// A page in a picture's name is the answer of a server that had lost the picture.
    private static func refuseDisguise(_ kind: FileKind, named: String) throws {
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
