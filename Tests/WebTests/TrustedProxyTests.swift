import HTTPTypes
import Model
import SiteSupport
import Testing

@testable import Web

@Suite("Reverse proxies")
struct TrustedProxyTests {
    private static let networks = ["127.0.0.0/8", "::1", "10.0.0.0/8", "2001:db8:1::/48"].compactMap(IPNetwork.init)

    struct Case: Sendable {
        var peer = "127.0.0.1"
        var fields: [String]
        var address: String
        var scheme: String?
        var host: String?
    }

    private func visitor(_ test: Case, _ kind: TrustedProxies.Fields) throws -> TrustedProxies.Visitor {
        var headers = HTTPFields()
        for field in test.fields {
            let colon = try #require(field.firstIndex(of: ":"))
            let name = try #require(HTTPField.Name(String(field[..<colon])))
            headers.append(HTTPField(name: name, value: String(field[colon...].dropFirst(2))))
        }
        return TrustedProxies(networks: Self.networks, fields: kind).visitor(peer: IPAddress(test.peer), headers)
    }

    @Test(
        "X-Forwarded-For is read from the right, up to the first address that is no trusted proxy's",
        arguments: [
            Case(fields: [], address: "127.0.0.1"),
            Case(fields: ["X-Forwarded-For: 203.0.113.5"], address: "203.0.113.5"),
            Case(fields: ["X-Forwarded-For: 127.0.0.1, 203.0.113.5"], address: "203.0.113.5"),
            Case(fields: ["X-Forwarded-For: 198.51.100.1, 203.0.113.5, 10.1.2.3"], address: "203.0.113.5"),
            Case(fields: ["X-Forwarded-For: 198.51.100.1", "X-Forwarded-For: 203.0.113.5"], address: "203.0.113.5"),
            Case(fields: ["X-Forwarded-For: 10.1.1.1, 10.2.2.2"], address: "10.1.1.1"),
            Case(fields: ["X-Forwarded-For: 203.0.113.5, unknown, 10.2.2.2"], address: "10.2.2.2"),
            Case(fields: ["X-Forwarded-For: 203.0.113.5,"], address: "127.0.0.1"),
            Case(fields: ["X-Forwarded-For: 203.0.113.5:4711"], address: "203.0.113.5"),
            Case(fields: ["X-Forwarded-For: [2001:db8:2::7]:4711"], address: "2001:db8:2:0:0:0:0:7"),
            Case(fields: ["X-Forwarded-For: ::ffff:203.0.113.5"], address: "203.0.113.5"),
            Case(fields: ["X-Forwarded-For: <script>"], address: "127.0.0.1"),
            // Not a trusted one: whatever it says is its own invention.
            Case(peer: "192.0.2.9", fields: ["X-Forwarded-For: 203.0.113.5"], address: "192.0.2.9"),
            Case(peer: "11.0.0.1", fields: ["X-Forwarded-For: 10.0.0.1"], address: "11.0.0.1"),
            Case(peer: "2001:db8:1::9", fields: ["X-Forwarded-For: 203.0.113.5"], address: "203.0.113.5"),
            Case(peer: "2001:db8:2::9", fields: ["X-Forwarded-For: 203.0.113.5"], address: "2001:db8:2:0:0:0:0:9"),
            // The other kind is passed on by proxies as visitors wrote it.
            Case(fields: ["Forwarded: for=198.51.100.1"], address: "127.0.0.1"),
            Case(fields: ["Forwarded: for=198.51.100.1", "X-Forwarded-For: 203.0.113.5"], address: "203.0.113.5"),
        ])
    func addresses(test: Case) throws {
        #expect(try visitor(test, .xForwarded).address == IPAddress(test.address))
    }

    @Test(
        "scheme and host are a trusted proxy's word alone",
        arguments: [
            Case(
                fields: ["X-Forwarded-For: 203.0.113.5", "X-Forwarded-Proto: https", "X-Forwarded-Host: Blog.example"],
                address: "203.0.113.5", scheme: "https", host: "blog.example"),
            Case(fields: ["X-Forwarded-Proto: https"], address: "127.0.0.1", scheme: "https"),
            Case(fields: ["X-Forwarded-Proto: https, http"], address: "127.0.0.1", scheme: "http"),
            Case(fields: ["X-Forwarded-Proto: javascript"], address: "127.0.0.1"),
            Case(fields: ["X-Forwarded-Host: a.example:8443"], address: "127.0.0.1", host: "a.example:8443"),
            Case(fields: ["X-Forwarded-Host: a.example/x"], address: "127.0.0.1"),
            Case(fields: ["X-Forwarded-Host: [2001:db8::1]:80"], address: "127.0.0.1", host: "[2001:db8::1]:80"),
            Case(
                peer: "192.0.2.9", fields: ["X-Forwarded-Proto: https", "X-Forwarded-Host: a.example"],
                address: "192.0.2.9"),
        ])
    func schemeAndHost(test: Case) throws {
        let visitor = try visitor(test, .xForwarded)
        #expect(visitor.scheme == test.scheme)
        #expect(visitor.host == test.host)
        #expect(visitor.address == IPAddress(test.address))
    }

    @Test(
        "Forwarded is read by RFC 7239, where the site asks for it",
        arguments: [
            Case(
                fields: ["Forwarded: for=203.0.113.5;proto=https;host=blog.example"], address: "203.0.113.5",
                scheme: "https", host: "blog.example"),
            Case(fields: ["Forwarded: For=\"[2001:db8:2::7]:4711\""], address: "2001:db8:2:0:0:0:0:7"),
            Case(fields: ["Forwarded: for=198.51.100.1, for=203.0.113.5, for=10.1.2.3"], address: "203.0.113.5"),
            Case(
                fields: [
                    "Forwarded: for=198.51.100.1;proto=http", "Forwarded: for=203.0.113.5;proto=https, for=10.0.0.9",
                ],
                address: "203.0.113.5", scheme: "https"),
            Case(fields: ["Forwarded: for=203.0.113.5, for=_hidden"], address: "127.0.0.1"),
            Case(fields: ["Forwarded: for=\"1.2.3.4, for=5.6.7.8\""], address: "127.0.0.1"),
            Case(fields: ["Forwarded: ;;=,for"], address: "127.0.0.1"),
            Case(peer: "192.0.2.9", fields: ["Forwarded: for=203.0.113.5;proto=https"], address: "192.0.2.9"),
            Case(fields: ["X-Forwarded-For: 203.0.113.5"], address: "127.0.0.1"),
        ])
    func forwarded(test: Case) throws {
        let visitor = try visitor(test, .forwarded)
        #expect(visitor.address == IPAddress(test.address))
        #expect(visitor.scheme == test.scheme)
        #expect(visitor.host == test.host)
    }

    @Test("a network holds its own addresses, and what is none is refused")
    func networks() throws {
        for (network, address, isIn) in [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("0.0.0.0/0", "203.0.113.5", true),
            ("192.0.2.128/25", "192.0.2.200", true), ("192.0.2.128/25", "192.0.2.1", false),
            ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false), ("::1", "::1", true),
            ("2001:db8::/33", "2001:db8:7fff::1", true), ("2001:db8::/33", "2001:db8:8000::1", false),
            ("0.0.0.0/0", "::1", false), ("10.0.0.0/8", "::ffff:10.1.1.1", true),
        ] {
            let known = try #require(IPNetwork(network))
            let other = try #require(IPAddress(address))
            #expect(known.contains(other) == isIn, "\(network) \(address)")
        }
        for text in ["", "10.0.0.0/33", "10.0.0/8", "::1/129", "proxy.example", "10.0.0.0/8/8", "10.0.0.0/-1", "/8"] {
            #expect(IPNetwork(text) == nil, "\(text)")
        }
    }
}

@Suite("Guessing a password")
struct PasswordTriesTests {
    private static let wrong = "post_password=wrong"
    private static let right = "post_password=open+sesame"

    @Test("a visitor behind a proxy is held back, however they say that they are another")
    func heldBack() async throws {
        try await TestSite.run(DaysGoneBy.export) {
            $0.passwordTries = 3
        } _: { site in
            for number in 1...4 {
                let invented = "X-Forwarded-For: 198.51.100.\(number), 203.0.113.5"
                let answer = try await site.post(DaysGoneBy.locked, form: Self.wrong, invented)
                #expect(answer.status == (number < 4 ? 403 : 429))
            }
            // The right one comes too late, and is as good as ever for others.
            let late = try await site.post(DaysGoneBy.locked, form: Self.right, "X-Forwarded-For: 203.0.113.5")
            #expect(late.status == 429)
            let other = try await site.post(DaysGoneBy.locked, form: Self.right, "X-Forwarded-For: 203.0.113.6")
            #expect(other.status == 303)
            let direct = try await site.post(DaysGoneBy.locked, form: Self.right)
            #expect(direct.status == 303)
            site.clock.advance(seconds: 601)
            let again = try await site.post(DaysGoneBy.locked, form: Self.right, "X-Forwarded-For: 203.0.113.5")
            #expect(again.status == 303)
        }
    }

    @Test("an IPv6 visitor is their network")
    func network() async throws {
        try await TestSite.run(DaysGoneBy.export) {
            $0.passwordTries = 1
            $0.proxyFields = .forwarded
        } _: { site in
            let statuses = try await [
                site.post(DaysGoneBy.locked, form: Self.wrong, "Forwarded: for=\"[2001:db8::1]\"").status,
                site.post(DaysGoneBy.locked, form: Self.wrong, "Forwarded: for=\"[2001:db8::2]\"").status,
                site.post(DaysGoneBy.locked, form: Self.wrong, "Forwarded: for=\"[2001:db8:0:1::1]\"").status,
            ]
            #expect(statuses == [403, 429, 403])
        }
    }

    @Test("who sends rubbish at any address, or the right password, uses up no try")
    func noTry() async throws {
        try await TestSite.run(DaysGoneBy.export) {
            $0.passwordTries = 1
        } _: { site in
            for _ in 0..<3 {
                let rubbish = try await site.post(DaysGoneBy.locked, form: "x=1")
                #expect(rubbish.status == 400)
                let right = try await site.post(DaysGoneBy.locked, form: Self.right)
                #expect(right.status == 303)
            }
        }
    }

    @Test("the site's own form is known behind a proxy that asks for another host")
    func origin() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let fields = ["Host: localhost", "X-Forwarded-Host: blog.example", "X-Forwarded-Proto: https"]
            for (origin, status) in [
                ("https://blog.example", 303), ("http://blog.example", 403), ("https://elsewhere.example", 403),
            ] {
                let answer = try await SiteClient.connect(port: site.port) { client in
                    try await client.request(
                        "POST", DaysGoneBy.locked,
                        fields + ["Origin: \(origin)", "Content-Type: application/x-www-form-urlencoded"],
                        body: Self.right)
                }
                #expect(answer.status == status, "\(origin)")
            }
        }
    }
}
