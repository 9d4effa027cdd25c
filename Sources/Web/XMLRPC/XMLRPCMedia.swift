import Exchange
import Foundation
import Model
import Publishing
import Store

/// `wp.*` for files.
enum XMLRPCMedia {
    static let methods: [String: XMLRPCMethod] = [
        "wp.uploadFile": .signedIn { try await upload($0) },
        "metaWeblog.newMediaObject": .signedIn { try await upload($0) },
        "wp.getMediaItem": .signedIn { request in try await value(of: request.number(0), request) },
        "wp.getMediaLibrary": .signedIn { request in
            try request.require(.write)
            let filter = request.parameter(0) ?? [:]
            let page = filter.page(of: 20)
            let selection = MediaSelection(
                kind: filter["mime_type"]?.text ?? "", offset: page.offset, limit: page.number)
            let entries = try await request.services.read { tx, site in try tx.library(selection, site: site.id) }
            return .array(entries.map { value($0, request) })
        },
    ]

    static func value(_ entry: MediumEntry, _ request: XMLRPCRequest) -> XMLRPCValue {
        let medium = entry.medium
        let link = request.services.location.absolute(medium.address)
        return [
            "attachment_id": .string(String(entry.number)), "title": .string(entry.title),
            "caption": .string(entry.caption), "description": "", "link": .string(link), "thumbnail": .string(link),
            "type": .string(medium.mimeType), "parent": 0,
            "metadata": [
                "width": .int(Int64(medium.width ?? 0)), "height": .int(Int64(medium.height ?? 0)),
                "file": .string(medium.path),
            ],
        ]
    }

    private static func upload(_ request: XMLRPCRequest) async throws -> XMLRPCValue {
        let content = request.parameter(0) ?? [:]
        guard let bytes = content["bits"]?.bytes, !bytes.isEmpty else {
            throw XMLRPCFault(400, "The file’s bytes are missing: bits.")
        }
        let library = request.services.library
        let sent = try ReceivedFiles(library.files)
        defer { sent.remove() }
        let path = "\(sent.folder)/sent"
        try Data(bytes).write(to: URL(filePath: path))
        let uploaded = try await UploadMedium(request.services.database, library: library).upload(
            path, name: content["name"]?.text ?? "file", alternativeText: "", caption: "", by: request.writer,
            now: request.now)
        guard case .dictionary(var members) = try await value(of: uploaded.number, request) else { return .null }
        members["id"] = .string(String(uploaded.number))
        members["url"] = members["link"]
        members["file"] = content["name"] ?? "file"
        return .dictionary(members)
    }

    private static func value(of number: Int64, _ request: XMLRPCRequest) async throws -> XMLRPCValue {
        try request.require(.write)
        let entry = try await request.services.read { tx, site in try tx.libraryEntry(number: number, site: site.id) }
        guard let entry else { throw XMLRPCFault(404, "Invalid attachment ID.") }
        return value(entry, request)
    }
}
