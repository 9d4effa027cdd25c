import Administration
import Database
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Publishing
import Store
import Themes

/// `/admin/tools/`: a blog is brought here, taken along, and backed up.
struct UseTools: Sendable {
    let services: SiteServices
    let tools: SiteTools

    static let address = "/admin/tools/"

    static func routes(_ services: SiteServices) -> [AdminRoute] {
        guard let tools = services.tools else { return [] }
        let use = UseTools(services: services, tools: tools)
        return [
            .get("admin/tools", .configure, use.show), .post("admin/tools/import", .configure, use.takeUpload),
            .post("admin/tools/import/run", .configure, use.run), .post("admin/tools/export", .configure, use.export),
            .post("admin/tools/backup", .configure, use.backUp),
        ]
    }

    @Sendable func show(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let begun = FormFields(query: request.uri.query).has("begun")
        let notice = AdminNotice(
            text: "It is being taken over. Its report will stand here; Jobs shows whether it goes on.")
        return try await page(staff, notice: begun ? notice : nil)
    }

    @Sendable func takeUpload(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let sent = try ReceivedFiles(services.files)
        defer { sent.remove() }
        let form = try await MultipartReader.form(
            in: request.body, contentType: request.headers[.contentType], folder: sent.folder,
            limits: .init(fileBytes: tools.uploadBytes))
        guard let file = form.file else {
            return try await page(staff, fault: "No file came. Choose one first.")
        }
        let place = try tools.imports.place()
        // What it holds is told by its name's end, and nothing else of the name is kept.
        let name = file.name.lowercased().hasSuffix(".zip") ? "export.zip" : "export.xml"
        try FileManager.default.moveItem(atPath: file.path, toPath: "\(place.folder)/\(name)")
        let waiting = RunImport.Waiting(id: place.id, file: name)
        do {
            let report = try await tools.imports.foresee(waiting, now: staff.now)
            return try await page(staff, foreseen: report.summary, waiting: waiting.id)
        } catch {
            tools.imports.discard(waiting)
            switch error {
            case let fault as ImportFileError: return try await page(staff, fault: "\(fault)")
            case let fault as ImportRefusal: return try await page(staff, fault: fault.description)
            default: throw error
            }
        }
    }

    @Sendable func run(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let fields = try await FormFields(request, context, services)
        guard var waiting = tools.imports.waiting(fields.first("waiting")) else {
            return try await page(staff, fault: "This file is not here any more. Send it once more.")
        }
        if fields.first("do") == "discard" {
            tools.imports.discard(waiting)
            return .seeOther(Self.address)
        }
        waiting.fetchesMedia = fields.has("fetch")
        try await tools.imports.enqueue(waiting, actor: staff.actor, now: staff.now)
        return .seeOther(Self.address + "?begun=1")
    }

    @Sendable func export(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        let isJSON = try await FormFields(request, context, services).first("format") == "json"
        let use = ExportBlog(services.database, now: staff.now, baseURL: services.location.url)
        return try await download(
            isJSON ? "export.json" : "export.xml", type: isJSON ? "application/json" : "text/xml", staff
        ) { path in
            let file = try Self.newFile(path)
            defer { try? file.close() }
            func write(_ bytes: [UInt8]) throws { try file.write(contentsOf: Data(bytes)) }
            _ =
                isJSON
                ? try await use.run(as: JSONExportWriter(), to: write) : try await use.run(as: WXRWriter(), to: write)
        }
    }

    @Sendable func backUp(_ request: Request, _ context: WebContext, _ staff: Staff) async throws -> Response {
        _ = try await FormFields(request, context, services)
        return try await download("thaw.tar", type: "application/x-tar", staff, tools.backUp)
    }

    /// Makes a file and sends it; it goes with the answer.
    private func download(
        _ name: String, type: String, _ staff: Staff, _ make: (_ path: String) async throws -> Void
    ) async throws -> Response {
        let place = try tools.imports.place()
        let path = "\(place.folder)/\(name)"
        let remove: @Sendable () -> Void = { try? FileManager.default.removeItem(atPath: place.folder) }
        do {
            try await make(path)
        } catch {
            remove()
            throw error
        }
        try await services.database.write { tx in
            guard let site = try tx.site() else { return }
            try tx.record(
                Event(
                    at: staff.now, actor: staff.actor, verb: "export", objectKind: "site", objectID: site.id.rawValue,
                    after: "{\"file\":\"\(name)\"}"),
                site: site.id)
        }
        let body = ResponseBody { writer in
            defer { remove() }
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? file.close() }
            while let piece = try file.read(upToCount: 256 << 10), !piece.isEmpty {
                try await writer.write(ByteBuffer(bytes: piece))
            }
            try await writer.finish(nil)
        }
        let stamp = staff.now.utc.dateText
        return Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(stamp)-\(name)\"",
            ], body: body)
    }

    private static func newFile(_ path: String) throws -> FileHandle {
        guard
            FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw Refusal(.internalServerError, "The file cannot be written.") }
        return file
    }

    private func page(
        _ staff: Staff, fault: String? = nil, foreseen: String? = nil, waiting: String? = nil,
        notice: AdminNotice? = nil
    ) async throws -> Response {
        let view = ToolsPage(
            exportAction: SafeURL(path: Self.address + "export/"),
            backupAction: SafeURL(path: Self.address + "backup/"),
            importAction: SafeURL(path: Self.address + "import/"), limit: tools.uploadBytes.sizeWords,
            fault: fault, foreseen: foreseen, waiting: waiting, runAction: SafeURL(path: Self.address + "import/run/"),
            report: foreseen == nil ? tools.imports.lastReport : nil)
        return try await services.admin(
            view, title: "Import and export", for: staff, path: Self.address, notice: notice,
            status: fault == nil ? .ok : .unprocessableContent)
    }
}
