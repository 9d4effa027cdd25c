package import Database
package import Model
package import Secrets
package import Store
import Synchronization

/// Lets people of the site in, and out again.
package final class SignIn: Sendable {
    private let database: any Database
    private let hasher: PasswordHasher
    private let secondStep: SecondStep
    private let limit: Int
    private let wrong = Mutex(RateWindow<Guessing>())

    private enum Guessing: Hashable {
        case account(String)
        case code(Account.ID)
        case visitor([UInt8])
    }

    /// Two weeks without a visit.
    package static let seconds: Int64 = 14 * 86_400

    /// - Parameter limit: wrong passwords within ten minutes, for one account and from one visitor.
    package init(_ database: any Database, hasher: PasswordHasher, secondStep: SecondStep, limit: Int) {
        self.database = database
        self.hasher = hasher
        self.secondStep = secondStep
        self.limit = limit
    }

    package enum Fault: Error, Hashable {
        /// Not told apart: who asks shall not learn which accounts there are.
        case wrongNameOrPassword
        case wrongCode
        /// Who has no password shows by a session that has just begun who they are.
        case signInAgain
        /// The form with the code came too late; the password is asked for again.
        case tooLate
        case tooManyTries
    }

    package struct Visitor: Sendable {
        package var address: IPAddress?
        package var network: String
        package var agent: String

        package init(address: IPAddress?, network: String, agent: String) {
            self.address = address
            self.network = network
            self.agent = String(agent.prefix(300))
        }
    }

    /// What a right password comes to.
    package enum Beginning: Sendable {
        case session(SecretToken)
        /// A code is asked for; what is given here goes with it.
        case asksForCode(ticket: String)
    }

    /// Begins a session, or the second step.
    ///
    /// - Parameter name: the e-mail address, or the name that the account had in WordPress.
    /// - Throws: `Fault`
    package func begin(name: String, password: String, from visitor: Visitor, now: Instant) async throws -> Beginning {
        let keys = [Guessing.account(name.lowercased()), .visitor(visitor.address?.visitor ?? [])]
        try requireTries(keys, now: now)
        let found = try await database.read { tx -> (account: Account, stored: String)? in
            guard let site = try tx.site() else { return nil }
            let candidates =
                try tx.accounts(email: name, site: site.id)
                + [tx.account(login: name, site: site.id)].compactMap(\.self)
            for account in candidates {
                if let stored = try tx.password(of: account.id) { return (account, stored) }
            }
            return nil
        }
        let kept = try await hasher.check(password, against: found?.stored)
        guard let found, let kept else {
            noteWrong(keys, now: now)
            if let account = found?.account { try await recordFailure(of: account, from: visitor, now: now) }
            throw Fault.wrongNameOrPassword
        }
        if kept != found.stored {
            try await database.write { tx in try tx.setPassword(kept, of: found.account.id, at: now) }
        }
        if try await secondStep.state(of: found.account.id) != .off {
            return .asksForCode(ticket: secondStep.ticket(of: found.account.id, now: now))
        }
        return .session(try await beginSession(of: found.account, from: visitor, now: now))
    }

    /// Ends the second step.
    ///
    /// - Parameter ticket: of the first.
    /// - Throws: `Fault`
    package func begin(ticket: String, code: String, from visitor: Visitor, now: Instant) async throws -> SecretToken {
        guard let id = secondStep.account(ticket: ticket, now: now),
            let account = try await database.read({ tx in try tx.account(id) })
        else { throw Fault.tooLate }
        let keys = [Guessing.code(id), .visitor(visitor.address?.visitor ?? [])]
        try requireTries(keys, now: now)
        guard try await secondStep.take(code, of: id, now: now) else {
            noteWrong(keys, now: now)
            try await recordFailure(of: account, from: visitor, now: now)
            throw Fault.wrongCode
        }
        return try await beginSession(of: account, from: visitor, now: now)
    }

    /// The same for who has shown to be somebody elsewhere, in place of the password. Nil where nobody of the site is that.
    package func begin(identity: Identity, from visitor: Visitor, now: Instant) async throws -> Beginning? {
        guard let id = identity.account,
            let account = try await database.read({ tx in try tx.signsIn(id) ? tx.account(id) : nil })
        else { return nil }
        if try await secondStep.state(of: id) != .off {
            return .asksForCode(ticket: secondStep.ticket(of: id, now: now))
        }
        return .session(try await beginSession(of: account, from: visitor, now: now))
    }

    /// For who has shown a passkey: it stands for both steps.
    package func begin(passkeyOf account: Account, from visitor: Visitor, now: Instant) async throws -> SecretToken {
        try await beginSession(of: account, from: visitor, now: now)
    }

    private func recordFailure(of account: Account, from visitor: Visitor, now: Instant) async throws {
        try await database.write { tx in
            try tx.record(
                Event(
                    at: now, actor: "visitor", verb: "fail-sign-in", objectKind: "account",
                    objectID: account.id.rawValue, after: "{\"network\":\"\(visitor.network)\"}"),
                site: account.site)
        }
    }

    private func beginSession(of account: Account, from visitor: Visitor, now: Instant) async throws -> SecretToken {
        let token = SecretToken.make()
        try await database.write { tx in
            try tx.insertSession(
                token: token.digest, of: account.id, agent: visitor.agent, network: visitor.network, at: now,
                until: now.adding(seconds: Self.seconds))
            try tx.record(
                Event(
                    at: now, actor: "account:\(account.id.rawValue)", verb: "sign-in", objectKind: "account",
                    objectID: account.id.rawValue),
                site: account.site)
        }
        return token
    }

    /// Whose session a token is. Seeing it keeps it alive; that is written once an hour at the most.
    package func account(by token: SecretToken, now: Instant) async throws -> (account: Account, session: Session)? {
        let found = try await database.read { tx -> (account: Account, session: Session)? in
            guard let session = try tx.session(token: token.digest, at: now),
                let account = try tx.account(session.account)
            else { return nil }
            return (account, session)
        }
        if let session = found?.session, session.seenAt.adding(seconds: 3600) < now {
            try await database.write { tx in
                try tx.touchSession(session.id, at: now, until: now.adding(seconds: Self.seconds))
            }
        }
        return found
    }

    package func end(_ session: Session.ID) async throws {
        try await database.write { tx in try tx.deleteSession(session) }
    }

    /// Ends another session of the same person.
    package func end(_ session: Session.ID, of account: Account, now: Instant) async throws {
        try await database.write { tx in
            try tx.deleteSession(session, of: account.id)
            try tx.record(Self.ending("session", of: account, at: now), site: account.site)
        }
    }

    /// Signs somebody out everywhere, but for the session in which they ask for it.
    package func endOthers(of account: Account, except session: Session.ID, now: Instant) async throws {
        try await database.write { tx in
            try tx.deleteSessions(of: account.id, except: session)
            try tx.record(Self.ending("sessions", of: account, at: now), site: account.site)
        }
    }

    private static func ending(_ what: String, of account: Account, at now: Instant) -> Event {
        Event(
            at: now, actor: "account:\(account.id.rawValue)", verb: "sign-out", objectKind: what,
            objectID: account.id.rawValue)
    }

    /// Where somebody is signed in, the last seen first.
    package func sessions(of account: Account, now: Instant) async throws -> [Session] {
        try await database.read { tx in try tx.sessions(of: account.id, at: now) }
    }

    /// Within so many seconds from its beginning a session shows by itself who somebody without a password is.
    private static let confirmingSeconds: Int64 = 600

    package func hasPassword(_ account: Account.ID) async throws -> Bool {
        try await database.read { tx in try tx.password(of: account) != nil }
    }

    /// Asks somebody who is signed in for their password once more.
    ///
    /// - Throws: `Fault`
    package func confirm(
        _ password: String, of account: Account, in session: Session, now: Instant
    ) async throws {
        let keys = [Guessing.account(account.email.lowercased())]
        try requireTries(keys, now: now)
        guard let stored = try await database.read({ tx in try tx.password(of: account.id) }) else {
            if now < session.createdAt.adding(seconds: Self.confirmingSeconds) { return }
            throw Fault.signInAgain
        }
        guard try await hasher.check(password, against: stored) != nil else {
            noteWrong(keys, now: now)
            throw Fault.wrongNameOrPassword
        }
    }

    /// - Throws: `Fault.tooManyTries`
    private func requireTries(_ keys: [Guessing], now: Instant) throws {
        guard wrong.withLock({ wrong in keys.allSatisfy { wrong.count($0, now: now) < limit } }) else {
            throw Fault.tooManyTries
        }
    }

    private func noteWrong(_ keys: [Guessing], now: Instant) {
        wrong.withLock { wrong in for key in keys { wrong.add(key, now: now) } }
    }
}
