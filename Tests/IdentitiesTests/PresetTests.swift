import Foundation
import Identities
import LoopbackSupport
import Model
import Outbound
import Testing

/// Each preset against a stand-in that answers as its provider documents, faults included.
@Suite("Presets of providers")
struct PresetTests {
    private static let now = Instant(milliseconds: 1_790_000_000_000)

    private static var ask: AskProvider {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "thaw-fetch").path
        var settings = OutboundSettings(program: program)
        settings.allowed = ["127.0.0.0/8"]
        return AskProvider(settings)
    }

    private static func attempt(_ provider: IdentityProvider, named: String = "") -> LoginAttempt {
        var count = 0
        return LoginAttempt(
            to: provider, as: ProviderClient(id: "us", secret: "s3"), redirect: "https://days.example/identity/p/",
            named: named
        ) {
            count += 1
            return "random\(count)"
        }
    }

    private static func profile(_ attempt: LoginAttempt) async throws(LoginFault) -> IdentityProfile {
        let answer = try LoginAnswer([("code", "c"), ("state", "random1")], to: attempt)
        return try await ask.profile(for: answer, to: attempt, now: now)
    }

    /// The preset, asked at a stand-in.
    private static func moved(_ preset: IdentityProvider, to server: LoopbackServer) -> IdentityProvider {
        var provider = preset
        provider.authorize = server.url("/authorize")
        provider.token = server.url("/token")
        provider.profile = preset.profile.isEmpty ? "" : server.url("/profile")
        provider.keys = preset.keys.isEmpty ? "" : server.url("/keys")
        return provider
    }

    /// What those without ID tokens say of somebody.
    private static let profiles: [(IdentityProvider, profile: String, subject: String, name: String, handle: String)] =
        [
            (
                .wordPressConnect,
                #"{"ID":42,"display_name":"Anna L.","username":"annal","email":"a@b.example","avatar_URL":"https://g.example/a.png","profile_URL":"https://p.example/annal","primary_blog_url":"https://annal.example"}"#,
                "42", "Anna L.", "annal"
            ),
            (
                .x,
                #"{"data":{"id":"2244994945","name":"Anna","username":"anna_l","profile_image_url":"https://p.example/a_normal.jpg"}}"#,
                "2244994945", "Anna", "anna_l"
            ),
            (
                .facebook,
                #"{"id":"1020","name":"Anna Liddell","picture":{"data":{"height":50,"url":"https://cdn.example/1.jpg","width":50}}}"#,
                "1020", "Anna Liddell", ""
            ),
            (
                .gitHub,
                #"{"login":"octoanna","id":583231,"avatar_url":"https://a.example/u/1","html_url":"https://github.com/octoanna","name":null,"blog":"","email":null}"#,
                "583231", "octoanna", "octoanna"
            ),
        ]

    @Test("those without ID tokens tell who it is by their profile", arguments: profiles.indices)
    func plain(index: Int) async throws {
        let (preset, profile, subject, name, handle) = Self.profiles[index]
        let server = try LoopbackServer { request in
            switch request.path {
            case "/token": .init(body: Array(#"{"access_token":"t0k","token_type":"bearer"}"#.utf8))
            default: .init(body: Array(profile.utf8))
            }
        }
        let found = try await Self.profile(Self.attempt(Self.moved(preset, to: server)))
        #expect(found.subject == subject && found.name == name && found.handle == handle)
        #expect(found.issuer == preset.issuer && found.picture.hasPrefix("https://"))
        #expect(found.email.isEmpty, "nobody says that it is theirs")
        #expect(server.heads.last?.contains("Authorization: Bearer t0k") == true)
        #expect(server.heads.first?.hasPrefix("POST /token ") == true)
    }

    @Test("those of OpenID Connect tell by a signed token, and a changed key is asked for again")
    func openID() async throws {
        for preset in [IdentityProvider.google, .wordPress] {
            let signer = Signer(kid: "new")
            let seconds = Self.now.milliseconds / 1000
            let token = try await signer.sign([
                "iss": .string(preset.issuer), "aud": "us", "sub": "7", "exp": .integer(seconds + 60),
                "iat": .integer(seconds), "nonce": "random2",
            ])
            let old = Signer(kid: "old").jwk
            let encoder = JSONEncoder()
            let before = try encoder.encode(["keys": [old]])
            let after = try encoder.encode(["keys": [old, signer.jwk]])
            let server = try LoopbackServer { request in
                switch request.path {
                case "/token": .init(body: Array(#"{"access_token":"a","id_token":"\#(token)"}"#.utf8))
                case "/keys": .init(body: Array(request.times == 1 ? before : after))
                default:
                    .init(
                        body: Array(
                            #"{"sub":"7","name":"Anna","picture":"https://p.example/a","email":"a@b.example","email_verified":true}"#
                                .utf8))
                }
            }
            let profile = try await Self.profile(Self.attempt(Self.moved(preset, to: server)))
            #expect(profile.subject == "7" && profile.name == "Anna" && profile.email == "a@b.example")
            #expect(server.paths.count { $0 == "/keys" } == 2)
        }
    }

    @Test("another person's profile than the token's is refused")
    func swapped() async throws {
        let signer = Signer()
        let seconds = Self.now.milliseconds / 1000
        let token = try await signer.sign([
            "iss": .string(IdentityProvider.google.issuer), "aud": "us", "sub": "7", "exp": .integer(seconds + 60),
            "iat": .integer(seconds), "nonce": "random2",
        ])
        let keys = try JSONEncoder().encode(["keys": [signer.jwk]])
        let server = try LoopbackServer { request in
            switch request.path {
            case "/token": .init(body: Array(#"{"access_token":"a","id_token":"\#(token)"}"#.utf8))
            case "/keys": .init(body: Array(keys))
            default: .init(body: Array(#"{"sub":"8","name":"Eve"}"#.utf8))
            }
        }
        let attempt = Self.attempt(Self.moved(.google, to: server))
        await #expect(throws: LoginFault.token(.subject)) { _ = try await Self.profile(attempt) }
    }

    @Test(
        "their faults are told apart",
        arguments: [
            // GitHub answers with status 200.
            (
                200, #"{"error":"bad_verification_code","error_description":"The code is incorrect or expired."}"#,
                .provider
            ),
            (401, #"{"error":"invalid_client"}"#, .provider),
            // Facebook answers with an object.
            (
                400, #"{"error":{"message":"Invalid verification code format.","type":"OAuthException","code":100}}"#,
                .provider
            ),
            (500, "<html>", .unreachable), (200, "not JSON", .unreachable),
            (200, #"{"token_type":"bearer"}"#, .provider),
            (302, "", .unreachable),
        ] as [(Int, String, LoginFault.Kind)])
    func faults(status: Int, body: String, kind: LoginFault.Kind) async throws {
        let server = try LoopbackServer { _ in .init(status, body: Array(body.utf8), "Location: /elsewhere") }
        do throws(LoginFault) {
            _ = try await Self.profile(Self.attempt(Self.moved(.gitHub, to: server)))
            Issue.record("nobody should be logged in")
        } catch {
            #expect(error.kind == kind)
        }
        #expect(!server.paths.contains("/elsewhere"), "a secret went to another address")
    }

    @Test("an issuer's document is its own, and an answer from a private network is never asked for")
    func discovery() async throws {
        let server = try LoopbackServer { request in
            let issuer =
                "http://127.0.0.1:\(request.head.split(separator: "Host: 127.0.0.1:").last!.prefix { $0.isNumber })"
            let named = request.path.hasPrefix("/evil") ? "https://accounts.google.com" : issuer
            return .init(
                body: Array(
                    #"{"issuer":"\#(named)","authorization_endpoint":"\#(issuer)/a","token_endpoint":"\#(issuer)/t","jwks_uri":"\#(issuer)/k","token_endpoint_auth_methods_supported":["client_secret_basic"],"authorization_response_iss_parameter_supported":true}"#
                        .utf8))
        }
        var provider = IdentityProvider.openID
        provider.issuer = server.url("")
        let complete = try await Self.ask.complete(provider, now: Self.now)
        #expect(complete.token == server.url("/t") && complete.traits.authentication == .basic)
        #expect(complete.traits.namesItself && complete.profile.isEmpty)
        provider.issuer = server.url("/evil")
        await #expect(throws: LoginFault.self) { _ = try await Self.ask.complete(provider, now: Self.now) }
        provider.issuer = "http://10.0.0.1"
        do throws(LoginFault) {
            _ = try await Self.ask.complete(provider, now: Self.now)
            Issue.record("a private network was asked")
        } catch {
            #expect(error.kind == .address)
        }
    }

    @Test("a Mastodon server of any age registers this site and tells who it is")
    func mastodon() async throws {
        for isOld in [true, false] {
            let server = try LoopbackServer { request in
                let origin =
                    "http://127.0.0.1:\(request.head.split(separator: "Host: 127.0.0.1:").last!.prefix { $0.isNumber })"
                switch request.path {
                case "/.well-known/oauth-authorization-server":
                    return isOld
                        ? .init(404)
                        : .init(
                            body: Array(
                                #"{"issuer":"\#(origin)/","authorization_endpoint":"\#(origin)/oauth/authorize","token_endpoint":"\#(origin)/oauth/token","scopes_supported":["read","profile"]}"#
                                    .utf8))
                case "/api/v1/apps": return .init(body: Array(#"{"client_id":"c1","client_secret":"s1"}"#.utf8))
                case "/oauth/token": return .init(body: Array(#"{"access_token":"t","scope":"profile"}"#.utf8))
                default:
                    return .init(
                        body: Array(
                            #"{"id":"109","username":"anna","acct":"anna","display_name":"Anna","url":"https://m.example/@anna","avatar_static":"https://m.example/a.png"}"#
                                .utf8))
                }
            }
            let named = try #require(NamedServer(server.url("/"), allowsPlain: true))
            let provider = try await Self.ask.mastodon(named)
            #expect(provider.scopes == (isOld ? ["read:accounts"] : ["profile"]))
            let client = try await Self.ask.register(
                at: named, for: provider, name: "Days", website: "https://days.example/", redirect: "https://r.example/"
            )
            #expect(client == ProviderClient(id: "c1", secret: "s1"))
            let profile = try await Self.profile(Self.attempt(provider, named: named.origin))
            #expect(profile.subject == "109" && profile.website == "https://m.example/@anna")
        }
    }

    @Test("one's own site says who vouches for it, in its head or in its page, and for no other")
    func indieAuth() async throws {
        let server = try LoopbackServer { request in
            let origin =
                "http://127.0.0.1:\(request.head.split(separator: "Host: 127.0.0.1:").last!.prefix { $0.isNumber })"
            switch request.path {
            case "/head/":
                return .init(200, "Link: <\(origin)/auth>; rel=\"authorization_endpoint\", </t>; rel=token_endpoint")
            case "/page/":
                return .init(
                    body: Array(
                        "<!-- <link rel=authorization_endpoint href=/no> --><LINK REL='me authorization_endpoint' href='/auth'>"
                            .utf8))
            case "/metadata/":
                return .init(body: Array(#"<a rel="indieauth-metadata" href="/.well-known/as">x</a>"#.utf8))
            case "/.well-known/as":
                return .init(
                    body: Array(
                        #"{"issuer":"\#(origin)/","authorization_endpoint":"\#(origin)/auth","token_endpoint":"\#(origin)/t"}"#
                            .utf8))
            case "/auth": return .init(body: Array(#"{"me":"\#(origin)/page/","profile":{"name":"Anna"}}"#.utf8))
            default: return .init(body: Array("<p>nothing".utf8))
            }
        }
        for (path, namesItself) in [("/head/", false), ("/page/", false), ("/metadata/", true)] {
            let (provider, me) = try await Self.ask.indieAuth(server.url(path), allowsPlain: true)
            #expect(provider.authorize == server.url("/auth") && me == server.url(path))
            #expect(provider.traits.namesItself == namesItself)
        }
        let (provider, me) = try await Self.ask.indieAuth(server.url("/head/"), allowsPlain: true)
        // The answer names another page, which names the same server.
        let profile = try await Self.profile(Self.attempt(provider, named: me))
        #expect(profile.subject == server.url("/page/") && profile.name == "Anna")
        await #expect(throws: LoginFault.self) {
            _ = try await Self.ask.indieAuth(server.url("/none/"), allowsPlain: true)
        }
        for odd in [
            "http://a.example/", "https://a.example:8443/", "https://127.0.0.1/", "https://a.example/#x",
            "https://u@a.example/",
        ] {
            await #expect(throws: LoginFault.self) { _ = try await Self.ask.indieAuth(odd, allowsPlain: false) }
        }
    }

    @Test("the owner is told whether a provider knows this site")
    func check() async throws {
        for (body, finding) in [
            (#"{"error":"bad_verification_code"}"#, ProviderFinding.right), (#"{"error":"invalid_grant"}"#, .right),
            (#"{"error":"incorrect_client_credentials"}"#, .wrongClient("incorrect_client_credentials")),
            (#"{"error":"redirect_uri_mismatch"}"#, .wrongRedirect("redirect_uri_mismatch")),
        ] {
            let server = try LoopbackServer { _ in .init(body: Array(body.utf8)) }
            let found = await Self.ask.check(
                Self.moved(.gitHub, to: server), as: ProviderClient(id: "us"), redirect: "https://r.example/",
                now: Self.now)
            #expect(found == finding)
        }
        let known = await Self.ask.check(.mastodon, as: ProviderClient(), redirect: "", now: Self.now)
        #expect(known == .needsNothing)
    }
}
