import Identities
import Model
import Outbound
import Testing

@Suite("What a provider sends back")
struct LoginAnswerTests {
    private static func attempt(_ provider: IdentityProvider) -> LoginAttempt {
        var count = 0
        return LoginAttempt(
            to: provider, as: ProviderClient(id: "a b&c", secret: "s"), redirect: "https://days.example/identity/x/"
        ) {
            count += 1
            return "random\(count)"
        }
    }

    private static func pairs(_ text: String) -> [(name: String, value: String)] {
        text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
        }
    }

    @Test(
        "counts only for the login that was begun, from the provider that was asked",
        arguments: [
            ("code=c&state=random1", nil), ("code=c&state=random1&iss=https://x.com", nil),
            ("code=c", .foreign), ("code=c&state=random2", .foreign), ("code=c&state=random1&state=random1", .foreign),
            ("code=c&state=random1&iss=https://evil.example", .mixedUp),
            ("code=c&state=random1&iss=https://x.com&iss=https://x.com", .mixedUp),
            ("error=access_denied&state=random1", .denied), ("code=&state=random1", .provider),
            ("code=c&code=d&state=random1", .provider), ("error=server_error&code=c&state=random1", .provider),
        ] as [(String, LoginFault.Kind?)])
    func table(query: String, kind: LoginFault.Kind?) {
        do throws(LoginFault) {
            let answer = try LoginAnswer(Self.pairs(query), to: Self.attempt(.x))
            #expect(kind == nil && answer.code == "c", "\(query)")
        } catch {
            #expect(error.kind == kind, "\(query)")
        }
    }

    @Test("has to name a provider that says it always does")
    func named() {
        var provider = IdentityProvider.google
        provider.traits.namesItself = true
        let attempt = Self.attempt(provider)
        #expect(throws: LoginFault.mixedUp) { _ = try LoginAnswer(Self.pairs("code=c&state=random1"), to: attempt) }
    }

    @Test("the way there has everything that the provider has to know, and nothing that ends a field")
    func address() {
        let google = Self.attempt(.google).address
        #expect(
            google.hasPrefix("https://accounts.google.com/o/oauth2/v2/auth?response_type=code&client_id=a%20b%26c&"))
        for part in ["state=random1", "nonce=random2", "code_challenge_method=S256", "scope=openid%20email%20profile"] {
            #expect(google.contains("&\(part)"), "\(part)")
        }
        // RFC 7636, of “random3”.
        #expect(
            google.contains("&code_challenge=Qi9v6OSKfRSMEH3lwsRXixGomycSx8ardnfZ4ncdrmo&")
                && !google.contains("random3"))
        let legacy = Self.attempt(.wordPressConnect).address
        #expect(!legacy.contains("nonce") && !legacy.contains("code_challenge"))
        #expect(!Self.attempt(.x).address.contains("nonce") && Self.attempt(.x).address.contains("code_challenge"))
    }

    @Test("a code is redeemed with the secret where the provider takes it")
    func redemption() {
        let posted = Self.attempt(.google).redemption(of: "c+d")
        #expect(posted.url == IdentityProvider.google.token && posted.headers == ["Accept: application/json"])
        #expect(posted.form?.contains("code=c%2bd&") == true && posted.form?.contains("client_secret=s") == true)
        #expect(posted.form?.contains("code_verifier=random3") == true)
        let basic = Self.attempt(.x).redemption(of: "c")
        #expect(basic.form?.contains("client_secret") == false)
        #expect(basic.headers.contains("Authorization: Basic YSUyMGIlMjZjOnM="))
    }
}
