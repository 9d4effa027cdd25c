import Accounts
import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Model
import NIOCore
import Publishing
import Secrets
import Store

/// `/xmlrpc.php`, as WordPress has it, for desktop editors. It is there while somebody has a token with the scope `xml-rpc`,
/// which is the password; nobody's own password opens it.
struct ServeXMLRPC: Sendable {
    let services: SiteServices

    /// `?rsd` tells programs which interfaces there are (Really Simple Discovery 1.0).
    @Sendable func show(_ request: Request, _ context: WebContext) async throws -> Response {
        try await requireOpen()
        let site = services.location.url
        guard FormFields(query: request.uri.query).has("rsd") else {
            throw Refusal(.methodNotAllowed, "Programs send their calls here with POST.")
        }
        let link = SafeHTML.text(site).markup
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rsd version="1.0" xmlns="http://archipelago.phrasewise.com/rsd"><service><engineName>Thaw</engineName>
            <homePageLink>\(link)/</homePageLink><apis>
            <api name="WordPress" blogID="1" preferred="true" apiLink="\(link)/xmlrpc.php" />
            <api name="MetaWeblog" blogID="1" preferred="false" apiLink="\(link)/xmlrpc.php" />
            </apis></service></rsd>

            """
        return Self.response(Array(text.utf8), type: "application/rsd+xml; charset=utf-8")
    }

    @Sendable func take(_ request: Request, _ context: WebContext) async throws -> Response {
        try await requireOpen()
        let body = try await request.body.collect(upTo: services.programBytes)
        let answer: XMLRPCAnswer
        do {
            let call = try XMLRPCCall(Array(buffer: body))
            guard let method = XMLRPCMethod.all[call.method] else {
                throw XMLRPCFault(-32601, "The method \(call.method) is not here.")
            }
            answer = .value(try await method.run(call, on: services, from: services.signInVisitor(request, context)))
        } catch {
            guard let fault = XMLRPCFault(error) else {
                context.logger.error("a call failed", metadata: ["error": "\(String(reflecting: error))"])
                return Self.response(XMLRPCAnswer.fault(code: 500, "Something went wrong here.").bytes)
            }
            answer = .fault(code: fault.code, fault.sentence)
        }
        return Self.response(answer.bytes)
    }

    private func requireOpen() async throws {
        guard try await services.programTokens.isOpen(to: .xmlRPC) else {
            throw Refusal(.notFound, "There is nothing at this address.")
        }
    }

    private static func response(_ bytes: [UInt8], type: String = "text/xml; charset=utf-8") -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// Why a call was not done, with WordPress's code.
struct XMLRPCFault: Error, Sendable {
    let code: Int
    let sentence: String

    init(_ code: Int, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    static let noSuchPost = XMLRPCFault(404, "Invalid post ID.")
    static let noSuchTerm = XMLRPCFault(404, "Invalid term ID.")
    static let noSuchComment = XMLRPCFault(404, "Invalid comment ID.")

    /// Nil for an error of which nobody outside should hear.
    init?(_ error: any Error) {
        switch error {
        case let known as XMLRPCFault: self = known
        case let fault as XMLRPCCall.Fault: self.init(-32700, fault.description)
        default:
            guard let problem = APIProblem(error) else { return nil }
            self.init(problem.status.code, problem.detail)
        }
    }
}
