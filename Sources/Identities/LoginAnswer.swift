/// What a provider sent the browser back with, to the address of an attempt whose state it bears.
package struct LoginAnswer: Sendable {
    /// To be redeemed.
    package let code: String

    /// - Parameter query: names and values of the address.
    package init(_ query: [(name: String, value: String)], to attempt: LoginAttempt) throws(LoginFault) {
        let provider = attempt.provider
        // A name that comes twice may mean two things to two readers.
        func one(_ name: String) -> String? {
            let values = query.filter { $0.name == name }.map(\.value)
            return values.count == 1 ? values[0] : nil
        }
        guard one("state") == attempt.state else { throw .foreign }
        // Mix-up: another provider's answer (RFC 9207, section 2.4). Simple strings are compared.
        let names = query.filter { $0.name == "iss" }.map(\.value)
        if provider.traits.namesItself || !names.isEmpty {
            guard names == [provider.issuer] else { throw .mixedUp }
        }
        if let error = one("error") {
            let words = one("error_description").map { "\(error): \($0)" } ?? error
            throw ["access_denied", "user_cancelled_login"].contains(error) ? .denied : .provider(words)
        }
        guard let code = one("code"), !code.isEmpty else { throw .provider("no code") }
        self.code = code
    }
}
