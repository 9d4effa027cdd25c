import HTTPTypes
package import HummingbirdCore
package import NIOCore
package import Pages

extension Response {
    /// A page as the routes answer it, with the same fields that a hit has; 304 and HEAD included.
    ///
    /// `fill` gives the content of each hole. A page with holes goes out without validator, under
    /// `Cache-Control: private, no-store`.
    package init(_ page: Page, to request: Request, fill: (Hole) throws -> ByteBuffer = { _ in ByteBuffer() }) rethrows
    {
        let accepted = AcceptedCodings(request.headers[values: .acceptEncoding].joined(separator: ","))
        let status = HTTPResponse.Status(code: page.status)
        guard let representation = page.representation(for: accepted) else {
            var headers = HTTPFields(page.filledFields)
            headers[.cacheControl] = Page.privateCacheControl
            let bytes = try page.filled(fill)
            headers[.contentLength] = String(bytes.readableBytes)
            self.init(
                status: status, headers: headers,
                body: request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: bytes))
            return
        }
        var ifNoneMatch = request.headers[values: .ifNoneMatch].joined(separator: ",")
        let isKnown = ifNoneMatch.withUTF8 { ETagList.matches(UnsafeRawBufferPointer($0), representation.etag) }
        if isKnown, request.method == .get || request.method == .head {
            self.init(status: .notModified, headers: HTTPFields(representation.notModifiedFields))
            headers[.contentLength] = nil
            return
        }
        self.init(
            status: status, headers: HTTPFields(representation.fields),
            body: request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: representation.body))
    }
}

extension HTTPFields {
    fileprivate init(_ fields: [(name: String, value: String)]) {
        self.init()
        for (name, value) in fields {
            guard let name = HTTPField.Name(name) else { continue }
            append(HTTPField(name: name, value: value))
        }
    }
}
