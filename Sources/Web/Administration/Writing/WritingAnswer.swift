import Administration
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Publishing
import Themes

/// What a page for writers comes to.
enum WritingAnswer: Sendable {
    case page(any PageView, title: String, notice: AdminNotice? = nil, status: HTTPResponse.Status = .ok)
    /// What was asked is done, and is seen there.
    case seeOther(SafeURL)
    /// To a script: JSON.
    case told(String, status: HTTPResponse.Status = .ok)
}

extension SiteServices {
    /// - Parameter path: of the entry of the navigation that the page belongs to.
    func respond(
        to staff: Staff, path: String, _ work: (Writer) async throws -> WritingAnswer
    ) async throws -> Response {
        let writer = Writer(staff.account)
        let answer: WritingAnswer
        do {
            answer = try await work(writer)
        } catch let fault as WritingFault {
            throw Refusal(fault.status, fault.description)
        }
        switch answer {
        case .page(let page, let title, let notice, let status):
            return try await admin(page, title: title, for: staff, path: path, notice: notice, status: status)
        case .seeOther(let url): return .seeOther(url.text)
        case .told(let json, let status):
            return Response(
                status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: json)))
        }
    }
}

extension WritingFault {
    var status: HTTPResponse.Status {
        switch self {
        case .noSite, .noSuchPost, .noSuchRevision, .noSuchPicture: .notFound
        case .notAllowed: .forbidden
        case .conflict, .isMarkdown: .conflict
        case .refusedText, .nothingToPublish, .noAnniversary: .unprocessableContent
        case .unknownTimeZone: .internalServerError
        }
    }
}
