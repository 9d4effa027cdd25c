import Database
import Hummingbird
import Model
import Secrets
import Store

extension SiteServices {
    /// The reader who is logged in with this browser; nil for everybody else.
    func loggedIn(_ request: Request) async throws -> Identity? {
        guard let session = LoginCookies.session.token(in: request) else { return nil }
        let now = now()
        return try await database.read { tx in try tx.identity(session: session.digest, at: now) }
    }
}
