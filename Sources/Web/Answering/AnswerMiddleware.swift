import Dispatch
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Around every handler: turns an error into a page, adds the security header fields, counts and logs the answer.
///
/// The log tells method, path and status. It leaves out queries, addresses and agents: those may name a person.
struct AnswerMiddleware: RouterMiddleware {
    let services: SiteServices

    func handle(
        _ request: Request, context: WebContext,
        next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        let start = DispatchTime.now().uptimeNanoseconds
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = await answer(to: error, request: request, context: context)
        }
        for field in SecurityHeaders.fields(isSecure: services.location.isSecure) {
            guard let name = HTTPField.Name(field.name), response.headers[name] == nil else { continue }
            response.headers[name] = field.value
        }
        services.metrics.countAnswer(status: response.status.code)
        context.logger.debug(
            "answered",
            metadata: [
                "method": .string(request.method.rawValue), "path": .string(request.uri.path),
                "status": .stringConvertible(response.status.code),
                "microseconds": .stringConvertible((DispatchTime.now().uptimeNanoseconds - start) / 1000),
            ])
        return response
    }

    private func answer(to error: any Error, request: Request, context: WebContext) async -> Response {
        let refusal: Refusal
        switch error {
        case let known as Refusal: refusal = known
        case let known as any HTTPResponseError:
            refusal = Refusal(known.status, known.status.reasonPhrase, cause: error)
        default: refusal = Refusal(.internalServerError, "Something went wrong here.", cause: error)
        }
        if refusal.status.code >= 500 {
            context.logger.error(
                "a request failed",
                metadata: [
                    "path": .string(request.uri.path), "error": .string(String(reflecting: refusal.cause ?? error)),
                ])
        }
        let page = await ShowError(services: services).page(for: refusal, number: context.id)
        return Response(
            status: refusal.status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: page)))
    }
}
