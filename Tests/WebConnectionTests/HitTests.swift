import Model
import Pages
import Testing
import Web

@Suite struct HitTests {
    @Test("a stored page is answered before the routes, with its head and the date")
    func hit() async throws {
        try await TestServer.run { server in
            try await TestClient.connect(to: server) { client in
                try await client.send(get("/stored/?utm_source=x"))
                let answer = try #require(try await client.answer())
                #expect(answer.status == 200)
                #expect(answer.body == "a stored page")
                #expect(answer.field("date") == "Sat, 25 Feb 2012 12:00:00 GMT")
                #expect(answer.field("cache-control") == "public, no-cache")
            }
            #expect(server.routed.all.isEmpty)
        }
    }

    @Test("HEAD has the head of GET and no body")
    func head() async throws {
        try await TestServer.run { server in
            try await TestClient.connect(to: server) { client in
                try await client.send(get("/stored/"))
                let full = try #require(try await client.answer())
                try await client.send("HEAD /stored/ HTTP/1.1\r\nHost: a\r\n\r\n" + get("/stored/"))
                let head = try #require(try await client.answer(hasBody: false))
                #expect(head.head == full.head)
                #expect(try await client.answer() == full)
            }
        }
    }

    @Test("a known validator is answered 304, an unknown one with the page")
    func conditional() async throws {
        try await TestServer.run { server in
            try await TestClient.connect(to: server) { client in
                try await client.send(get("/stored/"))
                let etag = try #require(try await client.answer()?.field("etag"))
                for list in [etag, "W/\(etag)", "\"x\", \(etag)", "*"] {
                    try await client.send(get("/stored/", "If-None-Match: \(list)"))
                    let answer = try #require(try await client.answer())
                    #expect(answer.status == 304)
                    #expect(answer.field("etag") == etag)
                    #expect(answer.field("content-length") == nil)
                }
                try await client.send(get("/stored/", "If-None-Match: \"other\""))
                #expect(try await client.answer()?.status == 200)
            }
        }
    }

    @Test("pipelined requests are answered in their order, hits and others mixed")
    func pipelining() async throws {
        try await TestServer.run { server in
            try await TestClient.connect(to: server) { client in
                let post = "POST /form/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nwords"
                try await client.send(
                    get("/stored/") + get("/a/") + get("/stored/") + post + get("/stored/") + get("/slow/")
                        + get("/stored/"))
                var bodies: [String] = []
                for _ in 0..<7 { bodies.append(try #require(try await client.answer()).body) }
                #expect(
                    bodies == [
                        "a stored page", "routed GET ", "a stored page", "routed POST words", "a stored page", "slow",
                        "a stored page",
                    ])
            }
        }
    }

    @Test("a visitor who sends all and then closes that direction gets every answer")
    func halfClosed() async throws {
        try await TestServer.run { server in
            try await TestClient.connect(to: server) { client in
                try await client.send(get("/slow/") + get("/stored/") + get("/a/"))
                client.endSending()
                var bodies: [String] = []
                while let answer = try await client.answer() { bodies.append(answer.body) }
                #expect(bodies == ["slow", "a stored page", "routed GET "])
            }
        }
    }

    @Test(
        "what is not a plain read goes to the routes",
        arguments: [
            get("/stored/", "Range: bytes=0-3"), get("/stored/", "Expect: 100-continue"),
            get("/stored/", "Cookie: a=1; wp-postpass_x=2"), get("/stored/", "Authorization: Bearer x"),
            get("/stored/", "Content-Length: 0"), get("/stored/", "Upgrade: h2c"),
            get("/stored/", "Connection: close"), get("/stored/", "Transfer-Encoding: chunked") + "0\r\n\r\n",
            "POST /stored/ HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nab",
            "GET /stored/ HTTP/1.0\r\nHost: a\r\n\r\n",
        ])
    func notPlain(request: String) async throws {
        try await TestServer.run { server in
            try await TestClient.connect(to: server) { client in
                try await client.send(request)
                #expect(try await client.answer()?.body.hasPrefix("routed") == true)
            }
            #expect(server.routed.all == ["/stored/"])
        }
    }

    @Test("a request whose end only the decoder knows is the last of its connection, and the answer says so")
    func lastRequest() async throws {
        try await TestServer.run { server in
            try await TestClient.connect(to: server) { client in
                let chunked =
                    "POST /form/ HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwords\r\n0\r\n\r\n"
                try await client.send(chunked + get("/stored/"))
                let answer = try #require(try await client.answer())
                #expect(answer.body == "routed POST words")
                #expect(answer.field("connection") == "close")
                #expect(try await client.answer() == nil)
            }
        }
    }

    @Test("an unknown host is answered 421, and the connection goes on")
    func unknownHost() async throws {
        try await TestServer.run(hosts: ["blog.example"]) { server in
            try await TestClient.connect(to: server) { client in
                try await client.send("GET /stored/ HTTP/1.1\r\nHost: evil.example\r\n\r\n")
                #expect(try await client.answer()?.status == 421)
                try await client.send("GET /a/ HTTP/1.1\r\nHost: evil.example:80\r\n\r\n")
                #expect(try await client.answer()?.status == 421)
                try await client.send("GET /stored/ HTTP/1.1\r\nHost: Blog.Example:8080\r\n\r\n")
                #expect(try await client.answer()?.status == 200)
                try await client.send("GET /stored/ HTTP/1.1\r\n\r\n")
                #expect(try await client.answer()?.status == 400)
            }
            #expect(server.routed.all.isEmpty)
        }
    }
}
