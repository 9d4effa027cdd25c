package import Database
package import Images
package import Jobs
import Model
package import Outbound
package import Publishing
import Store

/// Fetches somebody's picture from their provider once, makes it anew, and keeps it here: no reader's browser asks another
/// server for it.
package struct FetchIdentityPicture: Sendable {
    package static let kind = "identity-picture"

    /// Of the file that the provider has, in bytes.
    private static let limit = 5 << 20
    /// As wide as it is shown, for screens with two points in each direction.
    private static let width = 96
    /// A picture that is narrower than that is kept as it is, as long as it takes no more bytes.
    private static let keptBytes = 200 << 10

    private let database: any Database
    private let files: MediaFiles
    private let fetch: FetchFile
    private let pictures: PictureMaker

    package init(
        _ database: any Database, files: MediaFiles, fetch: FetchFile, program: String, limits: PictureLimits
    ) {
        self.database = database
        self.files = files
        self.fetch = fetch
        var limits = limits
        limits.widths = [Self.width]
        pictures = PictureMaker(program: program, limits: limits)
    }

    package var handler: JobHandler {
        JobHandler(Self.kind, rules: JobRules(attempts: 4, retrySeconds: 60)) { payload, now in
            guard let id = Int64(payload) else { throw JobFault("This is no identity.", isFinal: true) }
            try await run(Identity.ID(id), now: now)
        }
    }

    /// Where the file of a picture lies below `media/`, and below the site's root.
    package static func path(of name: String) -> String { "wp-content/avatars/\(name)" }

    func run(_ id: Identity.ID, now: Instant) async throws {
        guard let identity = try await database.read({ tx in try tx.identity(id) }), !identity.pictureSource.isEmpty
        else { return }
        let place = try files.workplace()
        defer { files.remove(workplace: place) }
        let name: String
        do {
            try await fetch.fetch(identity.pictureSource, to: place + "/source", limit: Self.limit)
            let made = try await pictures.make(place + "/source", into: place)
            guard let file = made.variants.last ?? (made.original.bytes <= Self.keptBytes ? made.original : nil) else {
                throw JobFault("\(identity.pictureSource) is too large for what it shows.", isFinal: true)
            }
            name = file.name
        } catch let fault as FetchFault {
            throw JobFault(
                fault.description, isFinal: !fault.isPassing, pauseSeconds: fault.pauseSeconds.map(Int64.init))
        } catch let fault as PictureFault {
            throw JobFault("\(identity.pictureSource): \(fault)", isFinal: true)
        }
        try files.keep("\(place)/\(name)", as: Self.path(of: name))
        guard name != identity.picture else { return }
        try await database.write { tx in
            try tx.set(picture: name, of: id, site: identity.site, at: now)
        }
        try await forget(identity.picture, site: identity.site)
    }

    /// Takes away a file that shows nobody any more.
    private func forget(_ name: String, site: Site.ID) async throws {
        guard !name.isEmpty, try await database.read({ tx in try !tx.hasIdentityPicture(name, site: site) }) else {
            return
        }
        try files.remove(Self.path(of: name))
    }
}
