import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Answers who certifies sites, and asks under `/.well-known/acme-challenge/` for proof that the name leads here
/// (RFC 8555, 8.3). The proof is a small file that the operator's ACME client puts below a folder.
struct ShowChallenge: Sendable {
    /// The folder that stands for `/`, certbot's `--webroot-path`.
    let folder: String

    private static let prefix = "/.well-known/acme-challenge/"
    /// A token and a key's fingerprint; a proof has about 90 bytes.
    private static let byteLimit = 4096

    /// Nil where the request asks for no proof that is there.
    func answer(to request: Request) -> Response? {
        let path = request.uri.path
        guard request.method == .get || request.method == .head, path.hasPrefix(Self.prefix) else { return nil }
        let token = path.dropFirst(Self.prefix.count)
        guard token.wholeMatch(of: /[A-Za-z0-9_-]{1,200}/) != nil,
            let file = FileHandle(forReadingAtPath: folder + Self.prefix + token),
            let proof = try? file.read(upToCount: Self.byteLimit)
        else { return nil }
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: proof)))
    }
}
