import Database
import Foundation
import HTTPTypes
import HummingbirdCore
import Model
import NIOCore
import Publishing
import Store

/// Files over `/api/v1`. One is sent as it is, with its name in the address: `POST /media?name=hall.jpg`.
enum MediumCalls {
    static let schemas: [APISchema] = [
        APISchema(
            "File",
            [
                .init("number", .integer), .init("url", .string, "The file itself."),
                .init("kind", .string, "image/jpeg …"),
                .init("title", .string),
                .init("alternative_text", .string, "What a picture shows, for who cannot see it."),
                .init("caption", .string), .init("bytes", .integer, isNullable: true),
                .init("width", .integer, isNullable: true), .init("height", .integer, isNullable: true),
            ]),
        APISchema(
            "FileChange",
            [
                .init("title", .string, isRequired: false), .init("alternative_text", .string, isRequired: false),
                .init("caption", .string, isRequired: false),
            ]),
    ]

    static let routes: [APIRoute] = [
        .list(
            "/media", of: "File", "Lists files, the newest first.",
            [
                .init("kind", .string, "What the kind begins with: image/"),
                .init("words", .string, "Of title or name."),
            ],
            handle: list),
        APIRoute(
            method: .post, path: "/media", summary: "Takes a file: its bytes are the body.", scope: .media,
            takes: APIDocument.bytes, gives: "File", succeeds: .created,
            parameters: [
                .init("name", .string, "As the sender’s machine calls it."), .init("alternative_text", .string, ""),
                .init("caption", .string, ""),
            ], handle: make),
        .get("/media/{number}", "File", "Reads what is known of a file.") { APIAnswer(json: try await read($0)) },
        .change("/media/{number}", "File", by: "FileChange", .media, "Changes what is said of a file.", handle: change),
        .delete("/media/{number}", .media, "Takes a file away for good.", handle: delete),
    ]

    private static func list(_ call: APICall) async throws -> APIAnswer {
        let limit = try call.limit
        let offset = try call.cursor.flatMap { Int($0) } ?? 0
        let selection = MediaSelection(
            kind: call.query("kind") ?? "", words: call.query("words") ?? "", offset: offset, limit: limit + 1)
        try call.require(.write)
        let entries = try await call.services.read { tx, site in try tx.library(selection, site: site.id) }
        let isMore = entries.count > limit
        return .list(entries.prefix(limit).map { json($0, call) }, next: isMore ? String(offset + limit) : nil)
    }

    private static func make(_ call: APICall) async throws -> APIAnswer {
        let library = call.services.library
        let sent = try ReceivedFiles(library.files)
        defer { sent.remove() }
        let path = "\(sent.folder)/sent"
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
        else { throw APIProblem(.internalServerError, "The file cannot be kept.") }
        defer { try? file.close() }
        var bytes = 0
        for try await piece in call.request.body {
            bytes += piece.readableBytes
            guard bytes <= library.byteLimit else {
                throw APIProblem(.contentTooLarge, "Files up to \(library.byteLimit) bytes are taken.")
            }
            try file.write(contentsOf: Data(piece.readableBytesView))
        }
        guard bytes > 0 else { throw APIProblem(.unprocessableContent, "No bytes came.") }
        let uploaded = try await UploadMedium(call.services.database, library: library)
            .upload(
                path, name: call.query("name") ?? "file", alternativeText: call.query("alternative_text") ?? "",
                caption: call.query("caption") ?? "", by: call.writer, now: call.now)
        return .made(
            try await read(uploaded.number, call), at: "\(APIRoute.prefix)/media/\(uploaded.number)")
    }

    private static func read(_ call: APICall) async throws -> JSONValue { try await read(call.number, call) }

    private static func read(_ number: Int64, _ call: APICall) async throws -> JSONValue {
        try call.require(.write)
        let entry = try await call.services.read { tx, site in try tx.libraryEntry(number: number, site: site.id) }
        guard let entry else { throw APIProblem.notFound }
        return json(entry, call)
    }

    private static func change(_ call: APICall) async throws -> APIAnswer {
        let current = try await read(call)
        try call.requireMatch(current)
        func field(_ name: String) -> String { call.body[name].text ?? current[name].text ?? "" }
        try await EditMedium(call.services.database).edit(
            .init(title: field("title"), alternativeText: field("alternative_text"), caption: field("caption")),
            number: call.number, by: call.writer, now: call.now)
        return APIAnswer(json: try await read(call))
    }

    private static func delete(_ call: APICall) async throws -> APIAnswer {
        try call.requireMatch(try await read(call))
        try await RemoveMedium(call.services.database, files: call.services.files)
            .remove(number: call.number, by: call.writer, now: call.now)
        return .gone
    }

    private static func json(_ entry: MediumEntry, _ call: APICall) -> JSONValue {
        let medium = entry.medium
        return [
            "number": .integer(entry.number), "url": .string(call.services.location.absolute(medium.address)),
            "kind": .string(medium.mimeType), "title": .string(entry.title),
            "alternative_text": .string(medium.alternativeText), "caption": .string(entry.caption),
            "bytes": JSONValue(medium.file.map { Int64($0.bytes) }), "width": JSONValue(medium.width.map { Int64($0) }),
            "height": JSONValue(medium.height.map { Int64($0) }),
        ]
    }
}
