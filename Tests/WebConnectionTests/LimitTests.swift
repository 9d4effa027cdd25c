import NIOCore
import Pages
import Testing
import Web

@Suite struct LimitTests {
    @Test("a head that comes byte by byte is cut off at its time")
    func drip() async throws {
        var limits = ConnectionLimits()
        limits.headTimeout = .milliseconds(100)
        try await TestServer.run(limits: limits) { server in
            try await TestClient.connect(to: server) { client in
                try await client.send("GET /stored/ HT")
                let answer = try #require(try await client.answer())
                #expect(answer.status == 408)
                #expect(answer.field("connection") == "close")
                #expect(try await client.readToEnd().isEmpty)
            }
        }
    }

    @Test("a connection on which nothing is asked is closed at its time")
    func idle() async throws {
        var limits = ConnectionLimits()
        limits.idleTimeout = .milliseconds(100)
        try await TestServer.run(limits: limits) { server in
            try await TestClient.connect(to: server) { client in
                let rest = try await client.readToEnd()
                #expect(rest.isEmpty)
            }
        }
    }

    @Test("a body that hardly comes ends the connection")
    func slowBody() async throws {
        var limits = ConnectionLimits()
        limits.bodyGrace = .milliseconds(100)
        limits.bodyBytesPerSecond = 1_000_000
        try await TestServer.run(limits: limits) { server in
            try await TestClient.connect(to: server) { client in
                try await client.send("POST /form/ HTTP/1.1\r\nHost: a\r\nContent-Length: 50000\r\n\r\nwo")
                #expect(try await client.readToEnd().isEmpty)
            }
        }
    }

    @Test("a huge head is answered 431, a long line 414, and the answer arrives")
    func hugeHeads() async throws {
        try await TestServer.run { server in
            for (request, status) in [
                (get("/stored/", "X: " + String(repeating: "x", count: 300_000)), 431),
                (get("/" + String(repeating: "x", count: 300_000)), 414),
                (get("/a/", String(repeating: "A: b\r\n", count: 200) + "C: d"), 431),
            ] {
                try await TestClient.connect(to: server) { client in
                    try await client.send(request)
                    #expect(try await client.answer()?.status == status)
                    client.endSending()
                    #expect(try await client.readToEnd().isEmpty)
                }
            }
            #expect(server.routed.all.isEmpty)
        }
    }

    @Test("nonsense is answered 400 and ends the connection", arguments: ["\u{1}\u{2}\r\n\r\n", "GET  \r\n\r\n"])
    func nonsense(request: String) async throws {
        try await TestServer.run { server in
            try await TestClient.connect(to: server) { client in
                try await client.send(request)
                #expect(try await client.answer()?.status == 400)
                client.endSending()
                #expect(try await client.readToEnd().isEmpty)
            }
        }
    }

    @Test("more connections from one address than allowed are closed, and a place becomes free again")
    func perAddress() async throws {
        var limits = ConnectionLimits()
        limits.connectionsPerAddress = 2
        limits.proxies = []
        try await TestServer.run(limits: limits) { server in
            try await Self.fill(server) { client in
                // The third is closed without an answer; a reset is as good.
                #expect((try? await client.answer()) == nil)
            }
            // Closing takes its turn on the server's side; until then the server may still refuse.
            var status: Int?
            while status == nil {
                status = try await TestClient.connect(to: server) { client in
                    try? await client.send(get("/stored/"))
                    return try? await client.answer()?.status
                }
            }
            #expect(status == 200)
        }
    }

    /// Two visitors who are served and stay, and a third.
    private static func fill(
        _ server: TestServer, third: @escaping (inout TestClient) async throws -> Void
    ) async throws {
        try await TestClient.connect(to: server) { first in
            try await first.send(get("/stored/"))
            #expect(try await first.answer()?.status == 200)
            try await TestClient.connect(to: server) { second in
                try await second.send(get("/stored/"))
                #expect(try await second.answer()?.status == 200)
                try await TestClient.connect(to: server) { client in
                    try? await client.send(get("/stored/"))
                    try await third(&client)
                }
            }
        }
    }
}
