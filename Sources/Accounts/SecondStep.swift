import Crypto
package import Database
import Foundation
package import Model
import Secrets
import Store

/// The second step of signing in: a code of six digits from a phone, or one of the recovery codes. Everybody turns it on for
/// themselves.
package struct SecondStep: Sendable {
    private let database: any Database
    private let seal: Seal
    private let tickets: Signature

    /// How long the form for the code waits.
    private static let seconds: Int64 = 600
    private static let recoveryCodes = 10

    /// - Parameter secret: the bytes of `secret.key`.
    package init(_ database: any Database, secret: [UInt8]) {
        self.database = database
        seal = Seal(secret: secret, purpose: "one-time codes")
        tickets = Signature(secret: secret, purpose: "second step")
    }

    /// How somebody stands.
    package enum State: Hashable, Sendable {
        case off
        /// So many recovery codes are left.
        case on(recoveryCodes: Int)
    }

    package func state(of account: Account.ID) async throws -> State {
        try await database.read { tx in
            try tx.oneTimeCode(of: account)?.isOn == true
                ? .on(recoveryCodes: tx.recoveryCodeCount(of: account)) : .off
        }
    }

    /// The secret that is offered until it is confirmed; a new one where there is none. Nil where codes are asked already.
    package func offer(to account: Account.ID) async throws -> OneTimeCode? {
        let stored = try await database.read { tx in try tx.oneTimeCode(of: account) }
        if stored?.isOn == true { return nil }
        if let known = stored.flatMap({ seal.open($0.secret) }).flatMap({ OneTimeCode($0) }) { return known }
        let code = OneTimeCode.make()
        let sealed = try seal.close(code.text)
        try await database.write { tx in try tx.setOneTimeCode(sealed, isOn: false, lastStep: 0, of: account) }
        return code
    }

    /// From now on signing in asks for a code.
    ///
    /// - Parameter given: a code of the secret that was offered.
    /// - Returns: the recovery codes, shown once; nil for a wrong code.
    package func turnOn(_ given: String, for account: Account, now: Instant) async throws -> [String]? {
        let stored = try await database.read { tx in try tx.oneTimeCode(of: account.id) }
        guard let stored, !stored.isOn, let code = seal.open(stored.secret).flatMap({ OneTimeCode($0) }),
            let step = code.step(of: given, at: now, after: 0)
        else { return nil }
        let codes = (0..<Self.recoveryCodes).map { _ in Self.recoveryCode() }
        try await database.write { tx in
            try tx.setOneTimeCode(stored.secret, isOn: true, lastStep: step, of: account.id)
            try tx.setRecoveryCodes(codes.map(Self.digest), of: account.id)
            try tx.record(Self.event("turn-on-codes", account, at: now), site: account.site)
        }
        return codes
    }

    package func turnOff(for account: Account, now: Instant) async throws {
        try await database.write { tx in
            try tx.removeOneTimeCode(of: account.id)
            try tx.record(Self.event("turn-off-codes", account, at: now), site: account.site)
        }
    }

    // MARK: Signing in

    /// What the form for the code carries: that the password was right, and until when that counts.
    func ticket(of account: Account.ID, now: Instant) -> String {
        let said = "\(account.rawValue).\(now.adding(seconds: Self.seconds).milliseconds)"
        return "\(said).\(tickets.text(of: said))"
    }

    func account(ticket: String, now: Instant) -> Account.ID? {
        let parts = ticket.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, tickets.isRight(parts[2], for: "\(parts[0]).\(parts[1])"), let id = Int64(parts[0]),
            let ends = Int64(parts[1]), ends > now.milliseconds
        else { return nil }
        return Account.ID(id)
    }

    /// Whether a code is right. It is used up by that, and so is a recovery code.
    func take(_ given: String, of account: Account.ID, now: Instant) async throws -> Bool {
        let stored = try await database.read { tx in try tx.oneTimeCode(of: account) }
        guard let stored, stored.isOn else { return false }
        if let code = seal.open(stored.secret).flatMap({ OneTimeCode($0) }),
            let step = code.step(of: given, at: now, after: stored.lastStep)
        {
            return try await database.write { tx in try tx.useStep(step, of: account) }
        }
        let digest = Self.digest(given)
        return try await database.write { tx in try tx.useRecoveryCode(digest, of: account) }
    }

    /// 49 bits, in two groups of letters and digits that are not mistaken for each other.
    private static func recoveryCode() -> String {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        let text = String((0..<10).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
        return "\(text.prefix(5))-\(text.suffix(5))"
    }

    private static func digest(_ code: String) -> String {
        let plain = code.lowercased().filter { $0.isLetter || $0.isNumber }
        return SHA256.hash(data: Data("recovery \(plain)".utf8)).hexadecimal
    }

    private static func event(_ verb: String, _ account: Account, at now: Instant) -> Event {
        Event(
            at: now, actor: "account:\(account.id.rawValue)", verb: verb, objectKind: "account",
            objectID: account.id.rawValue)
    }
}
