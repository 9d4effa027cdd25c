import SiteSupport
import Testing

@Suite("What a server has to bear")
struct RobustnessTests {
    @Test(
        "addresses that nobody writes by accident are refused or not found, and the next request is answered",
        arguments: [
            "/%", "/%zz/", "/%00/", "/a%00b/", "/%ff%fe/", "/..", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
            "/theme/../../thaw.sqlite", "/theme/%2e%2e/%2e%2e/thaw.sqlite", "/wp-content/uploads/../../thaw.sqlite",
            "/wp-content/uploads/%2e%2e/%2e%2e/secret.key", "//", "//days.example/", "///about/", "/about//",
            "/?p=%zz", "/?p=99999999999999999999", "/?m=%00", "/page/999999999999999999999/", "/?paged=-1", "/?=",
            "/?&&&",
            "/2012/02/25/a-speech/99999999999999999999/", "/comment-page-2/", "/feed/feed/feed/", "/2/2/2/",
        ])
    func oddAddresses(target: String) async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            try await SiteClient.connect(port: site.port) { client in
                let answer = try await client.request("GET", target)
                #expect([200, 301, 400, 404].contains(answer.status), "\(answer.status)")
                if let location = answer.location {
                    #expect(location.hasPrefix("/") && !location.hasPrefix("//"), "\(location)")
                }
                #expect(!answer.text.contains("SQLite format"))
            }
            #expect(try await site.get("/").status == 200)
        }
    }

    @Test("too much of anything is refused")
    func tooMuch() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            let longLine = try await site.get("/" + String(repeating: "x", count: 9_000))
            #expect(longLine.status == 414)
            #expect(try await site.get("/", "X: " + String(repeating: "x", count: 40_000)).status == 431)
            let path = "/" + String(repeating: "a/", count: 3_000)
            #expect(try await site.get(path).status == 404)
            let body = "post_password=" + String(repeating: "x", count: 100_000)
            #expect(try await site.post(DaysGoneBy.locked, form: body).status == 413)
            #expect(try await site.get("/").status == 200)
        }
    }

    @Test("a POST that is no form is refused, and other methods too")
    func methods() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for (method, body) in [("POST", ""), ("POST", "{\"a\":1}"), ("PUT", "x"), ("DELETE", nil), ("PATCH", "x")] {
                let answer = try await SiteClient.connect(port: site.port) { client in
                    try await client.request(method, DaysGoneBy.speech, body: body)
                }
                #expect((400..<500).contains(answer.status), "\(method) \(answer.status)")
            }
        }
    }

    @Test("a target with a scheme is answered for this site, and refused for another")
    func absoluteForm() async throws {
        try await TestSite.run(DaysGoneBy.export, { $0.hosts = ["localhost"] }) { site in
            let own = try await site.get("http://localhost/about/")
            #expect([200, 400].contains(own.status))
            let other = try await site.get("/about/", "Host: elsewhere.example")
            #expect(other.status == 421)
            let none = try await SiteClient.connect(port: site.port) { client in
                try await client.send("GET / HTTP/1.1\r\n\r\n")
                return try await client.answer()
            }
            #expect(none.status == 400)
        }
    }

    @Test("however many ask for a cold page at once, it is rendered once")
    func singleFlight() async throws {
        try await TestSite.run(DaysGoneBy.export) { site in
            for path in ["/", DaysGoneBy.speech, "/feed/"] {
                let before = try await site.metric("thaw_page_renders_total")
                let bodies = try await withThrowingTaskGroup(of: Answer.self) { tasks in
                    for _ in 0..<64 { tasks.addTask { try await site.get(path) } }
                    return try await tasks.reduce(into: Set<[UInt8]>()) { bodies, answer in
                        #expect(answer.status == 200)
                        bodies.insert(answer.body)
                    }
                }
                #expect(bodies.count == 1)
                #expect(try await site.metric("thaw_page_renders_total") == before + 1, "\(path)")
            }
        }
    }

    @Test("addresses that lead nowhere push no page out of memory")
    func missesAreNotKept() async throws {
        try await TestSite.run(DaysGoneBy.export, { $0.pageBytes = 64 << 10 }) { site in
            _ = try await site.get("/about/")
            let renders = try await site.metric("thaw_page_renders_total")
            for number in 0..<50 { _ = try await site.get("/nothing-\(number)/") }
            _ = try await site.get("/about/")
            #expect(try await site.metric("thaw_page_renders_total") == renders + 50)
        }
    }
}
