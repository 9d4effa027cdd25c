import DatabaseSupport
import Foundation
import NIOCore
import SiteSupport
import Testing
import Web

@Suite("Encryption", .enabled(if: TestCertificate.canBeUsed, Comment(rawValue: TestCertificate.reason)))
struct EncryptionTests {
    @Test("HTTP/1.1 under TLS is answered as without: by the routes, from the store, in order, on one connection")
    func http1() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) { site, certificate in
            try await SiteClient.connect(port: site.port, trusting: certificate.files.certificate) { client in
                for round in ["rendered", "stored"] {
                    let page = try await client.request("GET", DaysGoneBy.speech)
                    #expect(page.status == 200, "\(round)")
                    #expect(page.text.contains("Words behind"), "\(round)")
                    #expect(page.field("strict-transport-security") != nil, "\(round)")
                }
                let head = try await client.request("HEAD", "/feed/")
                #expect(head.status == 200)
                let opened = try await client.request(
                    "POST", DaysGoneBy.locked, ["Content-Type: application/x-www-form-urlencoded"],
                    body: "post_password=open+sesame")
                #expect(opened.status == 303)
                #expect(opened.field("set-cookie")?.contains("Secure") == true)
                try await client.send(
                    "GET \(DaysGoneBy.speech) HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        + "GET /nothing/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
                        + "GET \(DaysGoneBy.speech) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                for status in [200, 404, 200] {
                    let answer = try await client.answer()
                    #expect(answer.status == status)
                }
                let isClosed = try await client.isClosedByServer()
                #expect(isClosed)
            }
            let metrics = try await SiteClient.connect(port: site.port, trusting: certificate.files.certificate) {
                try await $0.request("GET", "/metrics")
            }
            #expect(metrics.text.contains(/thaw_page_hits_total [1-9]/))
        }
    }

    @Test("a page that is larger than all buffers arrives whole under TLS, at a reader's own pace")
    func slowReader() async throws {
        let paragraph = "<p>" + String(repeating: "In one word: history. ", count: 40) + "</p>\n"
        var export = TestExport()
        export.add(TestExport.Item(7, "Long", "long") { $0.content = String(repeating: paragraph, count: 7_000) })
        try await TestSite.runEncrypted(export.text) { site, certificate in
            for round in ["rendered", "stored"] {
                try await SiteClient.connect(
                    port: site.port, receiveBuffer: 4096, trusting: certificate.files.certificate
                ) { client in
                    let page = try await client.request("GET", "/2012/02/25/long/", ["Connection: close"])
                    #expect(page.body.count > 6_000_000, "\(round)")
                    #expect(page.text.hasSuffix("</html>\n"), "\(round)")
                }
            }
        }
    }

    @Test("HTTP/2 is spoken with who knows it, for many requests at once, with the same answers")
    func http2() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) { site, certificate in
            let root = "https://localhost:\(site.port)"
            let paths = ["/", DaysGoneBy.speech, "/feed/json/", "/tag/moscow/", "/nothing/"]
            for _ in 0..<2 {
                let answer = try await certificate.curl(["--parallel"] + paths.map { root + $0 })
                #expect(answer.code == 0)
                #expect(answer.text.components(separatedBy: "HTTP/2 200").count == 5)
                #expect(answer.text.components(separatedBy: "HTTP/2 404").count == 2)
                #expect(answer.text.components(separatedBy: "strict-transport-security:").count == 6)
                #expect(answer.text.contains("Words behind"))
            }
            let opened = try await certificate.curl(["--data", "post_password=open+sesame", root + DaysGoneBy.locked])
            #expect(opened.text.hasPrefix("HTTP/2 303"))
        }
    }

    @Test("a name that is not the site's is refused over HTTP/2 too")
    func unknownHost() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) {
            $0.hosts = ["localhost"]
        } _: { site, certificate in
            let address = "https://localhost:\(site.port)/"
            let other = try await certificate.curl(["--header", "Host: elsewhere.example", address])
            #expect(other.text.hasPrefix("HTTP/2 421"))
            let own = try await certificate.curl([address])
            #expect(own.text.hasPrefix("HTTP/2 200"))
        }
    }

    @Test("who speaks no TLS is let go, and others are served")
    func noEncryption() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) { site, certificate in
            try await SiteClient.connect(port: site.port) { client in
                try await client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
                let answer = try? await client.answerHead()
                #expect(answer == nil)
            }
            let page = try await SiteClient.connect(port: site.port, trusting: certificate.files.certificate) {
                client in
                try await client.request("GET", "/")
            }
            #expect(page.status == 200)
        }
    }

    @Test("who begins no handshake is let go at the time for a head")
    func silence() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) {
            $0.limits.headTimeout = .milliseconds(100)
        } _: { site, _ in
            try await SiteClient.connect(port: site.port) { client in
                let isClosed = try await client.isClosedByServer()
                #expect(isClosed)
            }
        }
    }

    @Test("connections in the middle of a handshake count, and their places become free again")
    func places() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) {
            $0.limits.connections = 1
        } _: { site, certificate in
            try await SiteClient.connect(port: site.port) { _ in
                let refused = try? await SiteClient.connect(
                    port: site.port, trusting: certificate.files.certificate
                ) { try await $0.request("GET", "/") }
                #expect(refused == nil)
            }
            // Closing takes its turn on the server's side; until then the server may still refuse.
            var page: Answer?
            while page == nil {
                page = try? await SiteClient.connect(port: site.port, trusting: certificate.files.certificate) {
                    try await $0.request("GET", "/")
                }
            }
            #expect(page?.status == 200)
        }
    }

    @Test("a renewed certificate is used without a restart; half a renewal changes nothing")
    func renewal() async throws {
        try await TestSite.runEncrypted(DaysGoneBy.export) { site, certificate in
            let former = certificate.folder.path("former.pem")
            try FileManager.default.copyItem(atPath: certificate.files.certificate, toPath: former)
            let key = try Data(contentsOf: URL(filePath: certificate.files.key))
            let live = try #require(site.certificate)
            let port = site.port
            func status(trusting file: String) async -> Int? {
                try? await SiteClient.connect(port: port, trusting: file) { try await $0.request("GET", "/").status }
            }
            try await certificate.make()
            let renewedKey = try Data(contentsOf: URL(filePath: certificate.files.key))
            // The certificate is new, the key still the former one.
            try key.write(to: URL(filePath: certificate.files.key))
            live.lookAgain()
            #expect(await status(trusting: former) == 200)
            try renewedKey.write(to: URL(filePath: certificate.files.key))
            live.lookAgain()
            #expect(await status(trusting: certificate.files.certificate) == 200)
            #expect(await status(trusting: former) == nil)
            try FileManager.default.removeItem(atPath: certificate.files.key)
            live.lookAgain()
            #expect(await status(trusting: certificate.files.certificate) == 200)
        }
    }

    @Test("files that do not serve are refused in a sentence that names them")
    func faults() async throws {
        let (one, two) = (try await TestCertificate(), try await TestCertificate())
        let nothing = one.folder.path("nothing.pem")
        let locked = one.folder.path("locked.pem")
        try await TestCertificate.openssl([
            "ec", "-in", one.files.key, "-aes256", "-passout", "pass:secret", "-out", locked,
        ])
        for (certificate, key, words) in [
            (nothing, one.files.key, "\(nothing) is not there."),
            (one.files.certificate, nothing, "\(nothing) is not there."),
            (one.files.key, one.files.key, "\(one.files.key) holds no certificate in PEM form."),
            (one.files.certificate, one.files.certificate, "\(one.files.certificate) holds no private key"),
            (one.files.certificate, locked, "\(locked) holds no private key in PEM form, or one with a passphrase."),
            (one.files.certificate, two.files.key, "is not that of the certificate in \(one.files.certificate)."),
        ] {
            let files = CertificateFiles(certificate: certificate, key: key)
            let fault = #expect(throws: CertificateFiles.Fault.self) { try files.promise() }
            #expect(fault?.description.contains(words) == true, "\(fault?.description ?? "-")")
        }
        #expect(try one.files.promise().names == ["localhost"])
    }

    @Test("a certificate is for its names, and by a star for those with one label more")
    func names() async throws {
        let certificate = try await TestCertificate("*.days.example", "Days.Example")
        let promise = try certificate.files.promise()
        for host in ["localhost", "days.example", "www.days.example"] { #expect(promise.isFor(host), "\(host)") }
        for host in ["other.example", "a.www.days.example", "example", "*"] { #expect(!promise.isFor(host), "\(host)") }
        #expect(promise.begins < promise.ends)
        // Its files go with it.
        _ = certificate
    }

    @Test("thaw serve speaks https with the files that its settings name; thaw check knows when they name another site")
    func command() async throws {
        let certificate = try await TestCertificate("days.example")
        let file = try TestExportFile(DaysGoneBy.export)
        let folder = try TemporaryFolder()
        let data = folder.url.path
        #expect(try await RunningThaw.run("import", file.path, "--data", data) == 0)
        let settings: [String: Any] = [
            "base-url": "https://days.example",
            "tls": [
                "certificate": certificate.files.certificate, "key": certificate.files.key, "redirect-port": 0,
                "challenges": data,
            ] as [String: Any],
        ]
        try JSONSerialization.data(withJSONObject: settings).write(to: folder.url.appending(path: "config.json"))
        #expect(try await RunningThaw.run("check", "--data", data) == 0)
        let other = settings.merging(["hosts": ["other.example"]]) { $1 }
        try JSONSerialization.data(withJSONObject: other).write(to: folder.url.appending(path: "config.json"))
        #expect(try await RunningThaw.run("check", "--data", data) == 1)
        try JSONSerialization.data(withJSONObject: settings).write(to: folder.url.appending(path: "config.json"))
        let log = Pipe()
        let thaw = try RunningThaw(serving: data, log: log)
        let page = try await SiteClient.connect(port: thaw.port, trusting: certificate.files.certificate) { client in
            try await client.request("GET", DaysGoneBy.speech)
        }
        #expect(page.status == 200)
        #expect(page.text.contains("<link rel=\"canonical\" href=\"https://days.example/"))
        #expect(page.field("strict-transport-security") != nil)
        let home = try await certificate.curl(["https://localhost:\(thaw.port)/"])
        #expect(home.text.hasPrefix("HTTP/2 200"))
        var said = ""
        var redirectPort: Int?
        while redirectPort == nil {
            let more = log.fileHandleForReading.availableData
            try #require(!more.isEmpty, "\(said)")
            said += String(decoding: more, as: UTF8.self)
            redirectPort = said.firstMatch(of: /the way to https.*port=(\d+)|port=(\d+).*the way to https/)
                .flatMap { $0.1 ?? $0.2 }.flatMap { Int($0) }
        }
        let redirect = try await SiteClient.connect(port: try #require(redirectPort)) {
            try await $0.request("GET", "/x/")
        }
        #expect(redirect.field("location") == "https://days.example/x/")
        thaw.terminate()
        #expect(await thaw.exitCode() == 0)
    }
}
