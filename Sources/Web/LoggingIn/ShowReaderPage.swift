import Accounts
import Database
import HTTPTypes
import Hummingbird
import Identities
import Language
package import Model
package import Pages
import Secrets
import Store
import Synchronization
import Themes

/// Faces of readers, for the routes and for the front.
package final class ReaderMemory: Sendable {
    private let faces = Mutex(ReaderFaces())

    package init() {}

    package func face(_ token: String, generation: Int, now: Instant) -> ReaderFace? {
        faces.withLock { $0.face(token, generation: generation, now: now) }
    }

    func keep(_ face: ReaderFace, for token: String, generation: Int) {
        faces.withLock { $0.keep(face, for: token, generation: generation) }
    }
}

/// Pages for who is logged in and has nothing else of their own on them: those of a post are kept with holes, all others are
/// everybody's.
struct ShowReaderPage: Sendable {
    let services: SiteServices

    /// Nil where the session is none any more.
    func show(
        _ request: Request, session: SecretToken,
        render: @escaping @Sendable (Visit) async throws -> RenderedPage
    ) async throws -> Response? {
        let now = services.now()
        let generation = services.pages.generation
        guard let face = try await face(of: session, now: now) else { return nil }
        let target = request.uri.description
        guard let key = PageKey(requestTarget: target, knownParameters: QueryAddress.parameters) else {
            throw Refusal(.badRequest, "This address is not understood.")
        }
        let common = try await services.pages.page(key, now: now) { try await render(Visit(now: now)) }
        guard let post = common.post else {
            services.views.count(common.viewed, for: request)
            return try Response(common, to: request)
        }
        let own = PageKey(target: key.target, variant: face.variant(on: post))
        let placeholder = ReaderPlaceholder(hasPicture: face.hasPicture, likes: face.likes(post))
        let page = try await services.pages.page(own, now: now) {
            var visit = Visit(now: now)
            visit.reader.placeholder = placeholder
            return try await render(visit)
        }
        services.readers.keep(face, for: session.text, generation: generation)
        services.views.count(page.viewed, for: request)
        return Response(filling: page, for: face)
    }

    private func face(of session: SecretToken, now: Instant) async throws -> ReaderFace? {
        try await services.database.read { tx in
            guard let site = try tx.site(), let identity = try tx.identity(session: session.digest, at: now),
                let ends = try tx.readerSessionEnd(session.digest)
            else { return nil }
            let language = Language(of: site)
            let provider =
                try tx.offeredProviders(site: site.id).first { $0.id == identity.provider }
                ?? IdentityProvider.preset(identity.provider)
            let avatar = AvatarView(name: identity.name)
            let values: [ReaderPlaceholder.Part: String] = [
                .provider: provider?.shownName(language) ?? identity.provider, .name: identity.name,
                .website: identity.website, .letters: avatar.letters, .hue: String(avatar.hue),
                .picture: identity.picture,
            ]
            var holes: [Hole: String] = [:]
            for (part, value) in values { holes[part.hole] = SafeHTML.text(value).markup }
            return ReaderFace(
                holes: holes, hasPicture: !identity.picture.isEmpty,
                likes: Set(try tx.likedPosts(by: identity.id)), ends: ends)
        }
    }
}

extension Response {
    /// A page with holes for one reader, which nobody keeps.
    init(filling page: Page, for face: ReaderFace) {
        var fields = HTTPFields()
        for (name, value) in page.filledFields {
            if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
        }
        fields[.cacheControl] = Page.privateCacheControl
        self.init(
            status: HTTPResponse.Status(code: page.status), headers: fields,
            body: ResponseBody(byteBuffer: page.filled(face.filling)))
    }
}
