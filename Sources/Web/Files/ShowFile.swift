import Accounts
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store

/// Answers for the blog's files: the uploads at their old addresses, and the copies that were made of pictures.
///
/// What is served comes out of the database, path and type alike, so no request can name a file of its own.
struct ShowFile: Sendable {
    let services: SiteServices

    /// Where an upload's address leads.
    private enum Found: Sendable {
        case file(Medium, Medium.StoredFile)
        case elsewhere(String)
    }

    /// `/wp-content/uploads/…`. What is not here is answered by the page that tells of it.
    @Sendable func showUpload(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let path = request.uri.path.dropFirst().removingPercentEncoding,
            let found = try await services.database.read({ tx in try Self.find(path, in: tx) })
        else { return try await ShowPage(services: services).show(request, context) }
        switch found {
        case .elsewhere(let address):
            // The size that this stands for may be another one tomorrow.
            return Response(
                status: .found, headers: [.location: address, .cacheControl: "public, max-age=3600"])
        case .file(let medium, let stored):
            return try await FileAnswer(
                path: services.files.place(of: medium.path), mimeType: medium.mimeType, etag: stored.hash,
                name: medium.path.split(separator: "/").last.map(String.init) ?? "file",
                cacheControl: "public, max-age=86400"
            ).response(to: request, context)
        }
    }

    /// `/wp-content/copies/NAME`: the name changes with the bytes.
    @Sendable func showCopy(_ request: Request, _ context: WebContext) async throws -> Response {
        let name = request.uri.path.split(separator: "/").last.map(String.init) ?? ""
        guard let copy = try await services.database.read({ tx in try tx.copy(named: name) }) else {
            throw Refusal(.notFound, "There is no such file.")
        }
        return try await FileAnswer(
            path: services.files.place(of: Medium.Copy.folder + copy.name), mimeType: copy.mimeType,
            etag: String(copy.name.prefix { $0 != "." }), name: copy.name,
            cacheControl: "public, max-age=31536000, immutable"
        ).response(to: request, context)
    }

    /// `/wp-content/avatars/NAME`: the name changes with the bytes.
    @Sendable func showAvatar(_ request: Request, _ context: WebContext) async throws -> Response {
        let name = request.uri.path.split(separator: "/").last.map(String.init) ?? ""
        let isKnown = try await services.database.read { tx in
            try tx.site().map { try tx.hasIdentityPicture(name, site: $0.id) } ?? false
        }
        guard isKnown, let type = Self.pictureTypes[String(name.drop { $0 != "." })] else {
            throw Refusal(.notFound, "There is no such file.")
        }
        return try await FileAnswer(
            path: services.files.place(of: FetchIdentityPicture.path(of: name)), mimeType: type,
            etag: String(name.prefix { $0 != "." }), name: name,
            cacheControl: "public, max-age=31536000, immutable"
        ).response(to: request, context)
    }

    /// Those that the maker leaves.
    private static let pictureTypes = [
        ".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png", ".gif": "image/gif",
    ]

    private static func find(_ path: String, in tx: any ReadTransaction) throws -> Found? {
        guard let site = try tx.site() else { return nil }
        if let (medium, stored) = try file(path, site: site.id, in: tx) { return .file(medium, stored) }
        guard let size = UploadSize(of: path) else { return nil }
        for name in size.originals {
            guard let (medium, _) = try file(name, site: site.id, in: tx) else { continue }
            let copies = try tx.copies(of: medium.post)
            return .elsewhere(copies.first { $0.width >= size.width }?.address ?? medium.address)
        }
        return nil
    }

    private static func file(
        _ path: String, site: Site.ID, in tx: any ReadTransaction
    ) throws -> (Medium, Medium.StoredFile)? {
        guard let medium = try tx.medium(path: path, site: site), let stored = medium.file,
            try tx.post(medium.post)?.status != .trash
        else { return nil }
        return (medium, stored)
    }
}
