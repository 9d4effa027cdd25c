import Accounts
import Database
import HTTPTypes
import Hummingbird
import Identities
import Language
import Model
import Pages
import Secrets
import Store
import Themes

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
        var known = services.readers.face(session.text, generation: generation, now: now)
        if known == nil { known = try await read(session, now: now) }
        guard let face = known else { return nil }
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
        return Response(page, to: request, fill: face.filling)
    }

    private func read(_ session: SecretToken, now: Instant) async throws -> ReaderFace? {
        try await services.database.read { tx in
            guard let site = try tx.site(), let identity = try tx.identity(session: session.digest, at: now),
                let ends = try tx.readerSessionEnd(session.digest)
            else { return nil }
            let language = Language(of: site)
            let avatar = AvatarView(name: identity.name)
            let values: [ReaderPlaceholder.Part: String] = [
                .provider: try tx.offeredProviders(site: site.id).name(of: identity.provider, language),
                .name: identity.name,
                .website: identity.website, .letters: avatar.letters, .hue: String(avatar.hue),
                .picture: identity.picture,
            ]
            var holes: [Hole: String] = [:]
            for (part, value) in values { holes[part.hole] = SafeHTML.text(value).markup }
            if try tx.discussion(site: site.id).likesComments {
                for comment in try tx.likedComments(by: identity.id) {
                    let like = ReaderPlaceholder.Like(comment: comment)
                    holes[ReaderPlaceholder.hole(like.next)] = "0"
                    holes[ReaderPlaceholder.hole(like.pressed)] = "true"
                }
            }
            return ReaderFace(
                holes: holes, hasPicture: !identity.picture.isEmpty,
                likes: Set(try tx.likedPosts(by: identity.id)), ends: ends)
        }
    }
}
