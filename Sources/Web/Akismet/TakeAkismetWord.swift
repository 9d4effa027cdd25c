import Conversation
import Foundation
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Store

/// `POST /wp-json/akismet/v1/webhook`: what Akismet says of a response later, by itself.
struct TakeAkismetWord: Sendable {
    let services: SiteServices

    private struct Message: Decodable {
        let key: String
        let endpoint: String?
        let comments: [Word]?

        struct Word: Decodable {
            let guid: String?
            let result: String?
        }
    }

    private struct Outcome: Encodable {
        let status: String
        var message: String?
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let body = try await request.body.collect(upTo: services.bodyBytes)
        guard let message = try? JSONDecoder().decode(Message.self, from: Data(body.readableBytesView)) else {
            return try answer(["code": "malformed_request"], .badRequest)
        }
        let settings = try await services.read { tx, site in
            try tx.discussion(site: site.id).asksAkismet ? try tx.akismet(site: site.id) : nil
        }
        guard let settings, services.akismet?.isKey(message.key, of: settings) == true else {
            return try answer(["code": "rest_forbidden"], .unauthorized)
        }
        guard let words = message.comments else { return try answer(["code": "malformed_request"], .badRequest) }
        var outcomes: [String: Outcome] = [:]
        let settle = SettleAkismet(services.database)
        for word in words {
            guard let guid = word.guid, !guid.isEmpty else { continue }
            guard let isSpam = word.result.flatMap(Bool.init) else {
                outcomes[guid] = Outcome(status: "error", message: "No result.")
                continue
            }
            // Of what was submitted nothing follows.
            let isThere =
                message.endpoint == "submit-spam" || message.endpoint == "submit-ham"
                ? true : try await settle.settle(guid: guid, isSpam: isSpam, now: services.now())
            outcomes[guid] =
                isThere
                ? Outcome(status: "success") : Outcome(status: "error", message: "Could not find matching comment.")
        }
        return try answer(["comments": outcomes], .ok)
    }

    private func answer(_ value: some Encodable, _ status: HTTPResponse.Status) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(value))))
    }
}
