import DatabaseSupport
import Foundation
import NIOCore
import SiteSupport
import Testing
import Web

@Suite("The way from http to https")
struct RedirectTests {
    private func run(
        _ change: (inout TestSite.Setting) -> Void = { _ in },
        _ body: @escaping @Sendable (TestSite, _ port: Int) async throws -> Void
    ) async throws {
        try await TestSite.run(DaysGoneBy.export) {
            $0.redirects = true
            change(&$0)
        } _: { site in
            try await body(site, try #require(site.redirectPort))
        }
    }

    @Test(
        "every address leads to the same one under https, and a form keeps being one",
        arguments: [
            ("GET", "/", 301, "/"), ("GET", DaysGoneBy.speech, 301, DaysGoneBy.speech),
            ("HEAD", "/feed/", 301, "/feed/"),
            ("GET", "/?s=two+words&x=%2F", 301, "/?s=two+words&x=%2F"),
            ("GET", "//other.example/", 301, "//other.example/"),
            ("POST", DaysGoneBy.locked, 308, DaysGoneBy.locked), ("OPTIONS", "*", 308, "/"),
            ("GET", "http://other.example/about/", 301, "/about/"), ("GET", "/theme/../../etc/passwd", 301, nil),
            ("GET", "/.well-known/acme-challenge/token", 301, "/.well-known/acme-challenge/token"),
        ] as [(String, String, Int, String?)])
    func redirect(method: String, target: String, status: Int, path: String?) async throws {
        try await run { _, port in
            let answer = try await SiteClient.connect(port: port) { client in
                try await client.request(method, target, body: method == "POST" ? "post_password=x" : nil)
            }
            #expect(answer.status == status)
            let location = answer.field("location") ?? ""
            #expect(location.hasPrefix("https://days.example/"))
            if let path { #expect(location == "https://days.example" + path) }
        }
    }

    @Test("another site's name gets 421, and a head that does not end is cut off, as on the site itself")
    func limits() async throws {
        try await run {
            $0.hosts = ["localhost"]
            $0.limits.headTimeout = .milliseconds(100)
        } _: { _, port in
            try await SiteClient.connect(port: port) { client in
                let other = try await client.request("GET", "/", ["Host: other.example"])
                #expect(other.status == 421)
                let own = try await client.request("GET", "/")
                #expect(own.status == 301)
                try await client.send("GET / HTTP/1.1\r\n")
                let late = try await client.answer()
                #expect(late.status == 408)
            }
        }
    }

    @Test("who certifies the site finds the proof on both listeners, and nothing else of the folder")
    func challenge() async throws {
        let folder = try TemporaryFolder()
        let place = folder.url.appending(path: ".well-known/acme-challenge")
        try FileManager.default.createDirectory(at: place.appending(path: "folder"), withIntermediateDirectories: true)
        try Data("token-1.print".utf8).write(to: place.appending(path: "token-1"))
        try Data("secret".utf8).write(to: folder.url.appending(path: "secret"))
        try Data("secret".utf8).write(to: place.appending(path: "no.token"))
        try await run {
            $0.challenges = folder.url.path
        } _: { site, port in
            for (port, otherwise) in [(port, 301), (site.port, 404)] {
                try await SiteClient.connect(port: port) { client in
                    let proof = try await client.request("GET", "/.well-known/acme-challenge/token-1")
                    #expect(proof.status == 200)
                    #expect(proof.text == "token-1.print")
                    for name in [
                        "token-2", "no.token", "..%2F..%2Fsecret", "../../secret", "folder", "", "token-1/",
                        String(repeating: "a", count: 300),
                    ] {
                        let nothing = try await client.request("GET", "/.well-known/acme-challenge/" + name)
                        #expect(nothing.status == otherwise || nothing.status == 301, "\(name)")
                        #expect(!nothing.text.contains("secret"), "\(name)")
                    }
                }
            }
        }
    }
}
