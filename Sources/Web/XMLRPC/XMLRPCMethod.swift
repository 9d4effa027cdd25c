import Accounts
import Exchange
import Model
import Publishing
import Secrets
import Store

/// A call as a method gets it: who calls, and the parameters behind name and password.
struct XMLRPCRequest: Sendable {
    let services: SiteServices
    let account: Account
    let now: Instant
    /// What stands right before the name.
    let subject: XMLRPCValue?
    let parameters: [XMLRPCValue]

    var writer: Writer { Writer(account) }

    /// The number of a post or page, for methods that begin with one.
    ///
    /// - Throws: `XMLRPCFault`
    var post: Int64 {
        get throws {
            guard let number = subject?.integer else { throw XMLRPCFault.noSuchPost }
            return number
        }
    }

    func parameter(_ index: Int) -> XMLRPCValue? { parameters.indices.contains(index) ? parameters[index] : nil }

    /// - Throws: `XMLRPCFault` where the number is missing.
    func number(_ index: Int) throws -> Int64 {
        guard let number = parameter(index)?.integer else { throw XMLRPCFault(400, "A number is missing.") }
        return number
    }

    func require(_ permission: Permission) throws {
        guard account.role.may(permission) else {
            throw XMLRPCFault(401, "Sorry, you are not allowed to do that.")
        }
    }
}

/// One method of the interface.
enum XMLRPCMethod: Sendable {
    /// For anybody.
    case open(@Sendable () -> XMLRPCValue)
    /// So many parameters stand before name and password.
    case signedIn(before: Int = 1, @Sendable (XMLRPCRequest) async throws -> XMLRPCValue)

    /// By name.
    static let all: [String: XMLRPCMethod] = [
        XMLRPCSystem.methods, XMLRPCPosts.methods, XMLRPCMetaWeblog.methods, XMLRPCPages.methods, XMLRPCTerms.methods,
        XMLRPCComments.methods, XMLRPCMedia.methods, XMLRPCSite.methods,
    ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

    func run(
        _ call: XMLRPCCall, on services: SiteServices, from visitor: SignIn.Visitor
    ) async throws -> XMLRPCValue {
        let now = services.now()
        let (before, work): (Int, @Sendable (XMLRPCRequest) async throws -> XMLRPCValue)
        switch self {
        case .open(let value): return value()
        case .signedIn(let count, let signedIn): (before, work) = (count, signedIn)
        }
        let parameters = call.parameters
        guard parameters.count >= before + 2, let name = parameters[before].text,
            let password = parameters[before + 1].text
        else { throw XMLRPCFault(400, "Insufficient arguments passed to this XML-RPC method.") }
        guard services.passwordTries.mayTry(visitor.address, now: now) else {
            throw XMLRPCFault(429, "Too many wrong passwords. Try again in ten minutes.")
        }
        guard let token = SecretToken(password.filter { !$0.isWhitespace }),
            let found = try await services.programTokens.account(by: token, now: now), found.scopes.contains(.xmlRPC),
            found.account.isCalled(name)
        else {
            services.passwordTries.noteWrong(visitor.address, now: now)
            throw XMLRPCFault(403, "Incorrect username or password.")
        }
        return try await work(
            XMLRPCRequest(
                services: services, account: found.account, now: now,
                subject: before > 0 ? parameters[before - 1] : nil,
                parameters: Array(parameters.dropFirst(before + 2))))
    }
}

extension Account {
    /// Whether somebody signs in under this name.
    fileprivate func isCalled(_ name: String) -> Bool {
        let name = name.lowercased()
        return [email, login, slug].contains { !$0.isEmpty && $0.lowercased() == name }
    }
}
