import Foundation
import HTTPTypes
import Hummingbird
import Model
import Pages

/// A file as an answer: whole, in part, or not again.
struct FileAnswer: Sendable {
    /// On this machine.
    let path: String
    let mimeType: String
    /// Without its quotation marks.
    let etag: String
    /// For saving.
    let name: String
    let cacheControl: String

    func response(to request: Request, _ context: WebContext) async throws -> Response {
        guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber else {
            throw Refusal(.notFound, "This file is not here any more.", cause: MissingFile(path: path))
        }
        var headers: HTTPFields = [
            .eTag: "\"\(etag)\"", .cacheControl: cacheControl, .acceptRanges: "bytes", .contentType: contentType,
        ]
        if !isShown {
            headers[.contentSecurityPolicy] = "sandbox; default-src 'none'"
            headers[.contentDisposition] = "attachment; filename*=UTF-8''\(name.percentEncodedSegment)"
        }
        if isKnown(request) { return Response(status: .notModified, headers: headers) }
        let range = applies(request) ? ByteRange(request.headers[.range], size: size.intValue) : .whole
        let part: ClosedRange<Int>?
        switch range {
        case .unsatisfiable:
            headers[.contentRange] = "bytes */\(size.intValue)"
            return Response(status: .rangeNotSatisfiable, headers: headers)
        case .whole: part = size.intValue == 0 ? nil : 0...(size.intValue - 1)
        case .part(let asked):
            part = asked
            headers[.contentRange] = "bytes \(asked.lowerBound)-\(asked.upperBound)/\(size.intValue)"
        }
        headers[.contentLength] = String(part?.count ?? 0)
        let status: HTTPResponse.Status = if case .part = range { .partialContent } else { .ok }
        guard let part, request.method != .head else { return Response(status: status, headers: headers) }
        let body = try await FileIO().loadFile(path: path, range: part, context: context)
        return Response(status: status, headers: headers, body: body)
    }

    /// Shown by a browser where it stands. Everything else might be a page of its own making, and is saved.
    private var isShown: Bool {
        let isMedium = ["image/", "audio/", "video/"].contains { mimeType.hasPrefix($0) }
        return isMedium && mimeType != "image/svg+xml" || mimeType == "application/pdf"
    }

    private var contentType: String { mimeType.hasPrefix("text/") ? mimeType + "; charset=utf-8" : mimeType }

    private func isKnown(_ request: Request) -> Bool {
        var field = request.headers[values: .ifNoneMatch].joined(separator: ",")
        return field.withUTF8 { ETagList.matches(UnsafeRawBufferPointer($0), "\"\(etag)\"") }
    }

    /// A part of another version would not fit to what the reader has.
    private func applies(_ request: Request) -> Bool {
        guard let condition = request.headers[.ifRange] else { return true }
        return condition == "\"\(etag)\""
    }
}

/// The database knows a file that is not in its folder.
private struct MissingFile: Error {
    let path: String
}
