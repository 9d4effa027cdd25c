import Conversation
import Database
import HTTPTypes
import Hummingbird
import Model
import Publishing
import Store

/// The post that a form was sent to, by the path of the request.
struct ReplyPlace: Sendable {
    let post: Post.ID
    /// The post's own path.
    let path: String
    /// The response that is changed; nil for a new one.
    let changed: Int64?

    /// Nil where the path is no place for responses.
    ///
    /// - Throws: `Refusal` for a post whose password the reader has not given.
    init?(_ path: String, reader: Reader, services: SiteServices) async throws {
        try await self.init(path, reader: reader, services: services) { address in
            switch address {
            case .item(let path, .replies): (path, nil)
            case .item(let path, .reply(let number)): (path, number)
            default: nil
            }
        }
    }

    /// The post that is liked; nil where the path is no place for that.
    ///
    /// - Throws: `Refusal` for a post whose password the reader has not given.
    init?(likesAt path: String, reader: Reader, services: SiteServices) async throws {
        try await self.init(path, reader: reader, services: services) { address in
            if case .item(let path, .likes) = address { (path, nil) } else { nil }
        }
    }

    private init?(
        _ path: String, reader: Reader, services: SiteServices, target: (Address) -> (path: String, changed: Int64?)?
    ) async throws {
        guard let decoded = AddressKey(path)?.text else { return nil }
        let targets = Address.readings(of: decoded, chronicle: "").compactMap(target)
        if targets.isEmpty { return nil }
        let passwords = services.passwords
        let found = try await services.database.read { tx -> ReplyPlace? in
            guard let site = try tx.site() else { return nil }
            for target in targets {
                guard
                    case .post(let id, let spelled) = try tx.destination(
                        of: AddressKey(normalized: target.path), site: site.id), let post = try tx.post(id),
                    post.status == .published, post.kind.isPublic
                else { continue }
                if let password = post.password {
                    guard reader.passwordToken.map({ passwords.isValid(token: $0, for: password) }) == true else {
                        throw Refusal(.forbidden, "This post is protected. Open it with its password first.")
                    }
                }
                return ReplyPlace(post: id, path: spelled, changed: target.changed)
            }
            return nil
        }
        guard let found else { return nil }
        self = found
    }

    private init(post: Post.ID, path: String, changed: Int64?) {
        self.post = post
        self.path = path
        self.changed = changed
    }
}
